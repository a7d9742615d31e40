-- Spec Agents: the four tables that its migrations really make (facts/systems.md §4). The third
-- migration fails on its first foreign key, so users, workspaces, quotas and logs are absent; the
-- sixth leaves a trigger behind that breaks every new document. Run as superuser in a new database
-- of the demo that supabase.sql prepared.

set role postgres;
create table leads (
    id bigserial primary key,
    first_name text,
    last_name text,
    email text not null unique,
    phone text,
    created_at timestamptz default now()
);
create table documents (
    id bigserial primary key,
    filename text not null,
    storage_path text,
    file_size bigint,
    status text default 'pending' check (status in ('uploading', 'pending', 'processing', 'indexed', 'error')),
    created_at timestamptz default now()
);
create table chunks (
    id bigserial primary key,
    document_id bigint references documents (id) on delete cascade,
    content text not null,
    page_number integer,
    embedding :vector1024,
    char_offset_start integer,
    char_offset_end integer,
    section_title text,
    chunk_type text default 'text' check (chunk_type in ('text', 'table', 'list', 'heading')),
    has_codes boolean default false,
    confidence double precision default 0.75,
    parent_section text,
    search_vector tsvector,
    created_at timestamptz default now()
);
create table feedback (
    id bigserial primary key,
    query text not null,
    response text,
    sources jsonb,
    confidence jsonb,
    rating text check (rating in ('correct', 'incorrect', 'partial')),
    issue_type text check (issue_type in ('false_refusal', 'wrong_data', 'missing_info', 'wrong_source', 'hallucination', 'other')),
    comment text,
    flagged_by text,
    created_at timestamptz default now()
);

alter table leads enable row level security;
alter table documents enable row level security;
alter table chunks enable row level security;
alter table feedback enable row level security;
create policy "Anonymous visitors may leave a lead" on leads for insert to anon with check (email is not null);
create policy "Signed-in users read leads" on leads for select to authenticated using (true);
create policy "Anonymous insert" on documents for insert to anon with check (true);
create policy "Anonymous read" on documents for select to anon using (true);
create policy "Anonymous update" on documents for update to anon using (true);
create policy "Anonymous delete" on documents for delete to anon using (true);
create policy "Anonymous insert" on chunks for insert to anon with check (true);
create policy "Anonymous read" on chunks for select to anon using (true);
create policy "Anonymous update" on chunks for update to anon using (document_id is not null);
create policy "Anonymous delete" on chunks for delete to anon using (true);
create policy "Anonymous insert" on feedback for insert to anon with check (true);
create policy "Anonymous read" on feedback for select to anon using (true);

create function update_search_vector() returns trigger language plpgsql as $$
begin
    new.search_vector = to_tsvector('english', coalesce(new.section_title, '') || ' ' || new.content);
    return new;
end $$;
create trigger chunks_search_vector before insert or update on chunks for each row execute function update_search_vector();

create function search_chunks(query_embedding :vector1024, match_threshold float default 0.7, match_count int default 5)
returns table (id bigint, document_id bigint, content text, page_number int, similarity float) language sql stable as $$
    select c.id, c.document_id, c.content, c.page_number, 1 - (c.embedding <=> query_embedding)
    from chunks c where 1 - (c.embedding <=> query_embedding) > match_threshold order by c.embedding <=> query_embedding limit match_count
$$;
create function bm25_search_chunks(query_text text, match_count int default 10, filter_document_ids bigint[] default null)
returns table (id bigint, document_id bigint, content text, page_number int, score float) language sql stable as $$
    select c.id, c.document_id, c.content, c.page_number, ts_rank_cd(c.search_vector, websearch_to_tsquery('english', query_text))::float
    from chunks c where c.search_vector @@ websearch_to_tsquery('english', query_text) and (filter_document_ids is null or c.document_id = any (filter_document_ids))
    order by 5 desc limit match_count
$$;
-- Two of the same name whose shorter call fits both, as the migrations leave them.
create function hybrid_search_chunks(query_text text, query_embedding :vector1024, match_count int default 10, bm25_weight float default 0.3, vector_weight float default 0.7)
returns table (id bigint, content text, score float) language sql stable as $$
    select c.id, c.content, vector_weight * (1 - (c.embedding <=> query_embedding)) + bm25_weight * ts_rank_cd(c.search_vector, websearch_to_tsquery('english', query_text))
    from chunks c order by 3 desc nulls last limit match_count
$$;
create function hybrid_search_chunks(query_text text, query_embedding :vector1024, match_count int default 10, bm25_weight float default 0.3, vector_weight float default 0.7,
    filter_document_ids bigint[] default null, filter_section_refs text[] default null)
returns table (id bigint, content text, score float, bm25_rank bigint, vector_rank bigint) language sql stable as $$
    with by_words as (
        select c.id, row_number() over (order by ts_rank_cd(c.search_vector, websearch_to_tsquery('english', query_text)) desc) as rank
        from chunks c
        where c.search_vector @@ websearch_to_tsquery('english', query_text) and (filter_document_ids is null or c.document_id = any (filter_document_ids))
        order by ts_rank_cd(c.search_vector, websearch_to_tsquery('english', query_text)) desc
        limit least(match_count, 30) * 2
    ),
    by_meaning as (
        select c.id, row_number() over (order by c.embedding <=> query_embedding) as rank
        from chunks c
        where filter_document_ids is null or c.document_id = any (filter_document_ids)
        order by c.embedding <=> query_embedding
        limit least(match_count, 30) * 2
    )
    select c.id, c.content, coalesce(1.0 / (60 + w.rank), 0.0) * bm25_weight + coalesce(1.0 / (60 + m.rank), 0.0) * vector_weight as score, w.rank, m.rank
    from by_words w full outer join by_meaning m on m.id = w.id join chunks c on c.id = coalesce(w.id, m.id)
    order by score desc limit match_count
$$;
create function reset_quota_if_expired() returns void language plpgsql security definer as $$ begin update usage_quotas set queries_used = 0; end $$;
create function increment_quota() returns void language plpgsql security definer as $$ begin update usage_quotas set queries_used = queries_used + 1; end $$;
create function log_audit_event() returns void language plpgsql security definer as $$ begin insert into audit_logs default values; end $$;

insert into documents (filename, storage_path, file_size, status, created_at)
    select 'standard-' || n || '.pdf', 'documents/standard-' || n || '.pdf', 400000 + n * 31000, case n when 14 then 'processing' when 15 then 'error' else 'indexed' end, :'now'::timestamptz - interval '2 days' * n
    from generate_series(1, 15) as n;
insert into leads (first_name, email, created_at) select 'Lead ' || n, 'lead-' || n || '@spec-agents.example', :'now'::timestamptz - interval '9 hours' * n from generate_series(1, 70) as n;

-- Left behind by the sixth migration: reads columns that documents does not have.
create function audit_document_upload() returns trigger language plpgsql security definer as $$
begin
    perform log_audit_event() where new.user_id is not null and new.size_bytes > 0;
    return new;
end $$;
create trigger audit_document_upload after insert on documents for each row execute function audit_document_upload();
reset role;
