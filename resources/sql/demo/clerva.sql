-- Clerva: 14 tables, their policies, functions and view, traps included (facts/systems.md §2).
-- Run as superuser in a new database of the demo that supabase.sql prepared; indexes and foreign
-- keys are made afterwards by clerva-indexes.sql.

set role postgres;

create table profile (
    user_id uuid primary key,
    grade_level text,
    subjects text[] default '{}',
    goals jsonb default '[]',
    preferences jsonb default '{}',
    learning_style text check (learning_style in ('visual', 'auditory', 'kinesthetic', 'reading')),
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table doc_source (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    title text not null,
    source_type text not null check (source_type in ('upload', 'url', 'note', 'session', 'transcript')),
    source_url text,
    file_path text,
    metadata jsonb default '{}',
    status text default 'pending' check (status in ('pending', 'processing', 'ready', 'error')),
    error_message text,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table doc_chunk (
    id uuid primary key default gen_random_uuid(),
    doc_id uuid not null references doc_source (id) on delete cascade,
    content text not null,
    embedding :vector1536,
    token_count int,
    ord int not null,
    metadata jsonb default '{}',
    created_at timestamptz default now()
);
create table agent_memory (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    scope text not null check (scope in ('short', 'long', 'preference', 'context')),
    key text not null,
    value jsonb not null,
    expires_at timestamptz,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table flashcard (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    front text not null,
    back text not null,
    metadata jsonb default '{}',
    source_doc_id uuid references doc_source (id) on delete set null,
    mastery_level int default 0 check (mastery_level between 0 and 5),
    next_review_at timestamptz,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table quiz (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    title text not null,
    items jsonb not null,
    difficulty text,
    topic text,
    metadata jsonb default '{}',
    created_at timestamptz default now()
);
create table quiz_attempt (
    id uuid primary key default gen_random_uuid(),
    quiz_id uuid not null references quiz (id) on delete cascade,
    user_id uuid not null,
    answers jsonb not null,
    score numeric,
    time_taken_seconds int,
    created_at timestamptz default now()
);
create table study_plan (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    title text,
    goals text[],
    time_per_day_min int not null,
    days_per_week int not null,
    deadline timestamptz,
    week_blocks jsonb not null,
    status text default 'active' check (status in ('active', 'paused', 'completed')),
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table learning_profile (
    user_id uuid primary key,
    strengths text[] default '{}',
    weaknesses text[] default '{}',
    recommended_focus text[] default '{}',
    analytics jsonb default '{}',
    last_computed_at timestamptz default now(),
    created_at timestamptz default now()
);
create table agent_task (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    kind text not null check (kind in ('summarize_session', 'plan_week', 'quiz_gen', 'profile_update')),
    status text default 'queued' check (status in ('queued', 'running', 'done', 'error')),
    input jsonb not null,
    output jsonb,
    error_message text,
    created_at timestamptz default now(),
    updated_at timestamptz default now(),
    completed_at timestamptz
);
create table presence (
    user_id uuid primary key,
    is_online boolean default false,
    last_seen timestamptz default now(),
    current_activity text check (current_activity in ('idle', 'studying', 'in_session', 'available')),
    updated_at timestamptz default now()
);
create table availability_block (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    dow int not null check (dow between 0 and 6),
    start_min int not null check (start_min between 0 and 1439),
    end_min int not null check (end_min between 1 and 1440),
    timezone text default 'UTC',
    created_at timestamptz default now(),
    check (end_min > start_min)
);
create table match_candidate (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null,
    candidate_id uuid not null,
    score numeric not null check (score between 0 and 1),
    facets jsonb default '{}',
    computed_at timestamptz default now()
);
create table agent_telemetry (
    id uuid default gen_random_uuid(), -- its primary key is made after the rows
    user_id uuid,
    trace_id text,
    event_type text not null,
    tool_name text,
    latency_ms int,
    token_count int,
    cost_usd numeric(10, 6),
    metadata jsonb default '{}',
    created_at timestamptz default now()
);
comment on table agent_telemetry is 'One row for each step of a request. metadata: model, tokens_in, tokens_out, tokens_cached (inside tokens_in), status, user_kind, error_message, error_code, http_status, in_stream, span_id, parent_span_id.';

do $$
declare
    name text;
begin
    foreach name in array array['profile', 'doc_source', 'doc_chunk', 'agent_memory', 'flashcard', 'quiz', 'quiz_attempt', 'study_plan',
        'learning_profile', 'agent_task', 'presence', 'availability_block', 'match_candidate', 'agent_telemetry'] loop
        execute format('alter table %I enable row level security', name);
    end loop;
    foreach name in array array['agent_memory', 'flashcard', 'quiz', 'quiz_attempt', 'study_plan', 'availability_block'] loop
        execute format('create policy %I on %I for all using (auth.uid() = user_id)', 'Users manage own ' || name, name);
    end loop;
    foreach name in array array['profile', 'doc_source', 'learning_profile', 'agent_task', 'match_candidate'] loop
        execute format('create policy %I on %I for select using (auth.uid() = user_id)', 'Users read own ' || name, name);
    end loop;
    foreach name in array array['profile', 'doc_source', 'learning_profile', 'presence'] loop
        execute format('create policy %I on %I for insert with check (auth.uid() = user_id)', 'Users insert own ' || name, name);
        execute format('create policy %I on %I for update using (auth.uid() = user_id)', 'Users update own ' || name, name);
    end loop;
end $$;
create policy "Users delete own doc_source" on doc_source for delete using (auth.uid() = user_id);
create policy "Users read chunks of own documents" on doc_chunk for select
    using (exists (select 1 from doc_source where doc_source.id = doc_chunk.doc_id and doc_source.user_id = auth.uid()));
create policy "Anyone can see presence" on presence for select using (true);
create policy "Anyone can see availability" on availability_block for select using (true);

-- Not part of the application's migration, which is its first troubleshooting entry; somebody ran it by hand.
create function search_chunks(query_embedding :vector1536, match_threshold float, match_count int, p_user_id uuid)
returns table (doc_id uuid, ord int, content text, metadata jsonb, similarity float)
language plpgsql as $$
begin
    return query
    select c.doc_id, c.ord, c.content, c.metadata, 1 - (c.embedding <=> query_embedding) as similarity
    from doc_chunk c
    inner join doc_source s on c.doc_id = s.id
    where s.user_id = p_user_id
        and s.status = 'ready'
        and 1 - (c.embedding <=> query_embedding) > match_threshold
    order by c.embedding <=> query_embedding
    limit match_count;
end;
$$;
create function cleanup_expired_memory() returns void language sql security definer as $$
    delete from agent_memory where expires_at < now()
$$;
create function compute_match_score(user_a uuid, user_b uuid) returns numeric language sql security definer as $$
    select 0.5
$$;
create function touch_presence() returns trigger language plpgsql as $$
begin
    new.updated_at = now();
    return new;
end $$;
create trigger presence_updated_at before update on presence for each row execute function touch_presence();
create view ai_cost_summary as
    select date_trunc('day', created_at) as day, sum(token_count) as total_tokens, sum(cost_usd) as total_cost_usd, count(*) as total_calls
    from agent_telemetry where cost_usd is not null group by 1 order by 1 desc;
reset role;

insert into storage.buckets (id, name, public) values ('documents', 'documents', false);
create policy "Users can upload own documents" on storage.objects for insert to authenticated
    with check (bucket_id = 'documents' and (storage.foldername(name))[1] = auth.uid()::text);
create policy "Users can read own documents" on storage.objects for select to authenticated
    using (bucket_id = 'documents' and (storage.foldername(name))[1] = auth.uid()::text);
alter publication supabase_realtime add table presence;
insert into supabase_migrations.schema_migrations (version, name) values ('20250126000001', 'ai_agent_schema');
