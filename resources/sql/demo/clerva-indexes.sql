-- Clerva's 31 indexes beside the primary keys, and its foreign keys to auth.users. Run as
-- superuser after the rows were loaded, because one sorted build is cheaper than half a million
-- inserts.

set role postgres;
create index idx_doc_source_user on doc_source (user_id);
create index idx_doc_source_type on doc_source (source_type);
create index idx_doc_source_status on doc_source (status);
create index idx_doc_chunk_doc on doc_chunk (doc_id);
create index idx_doc_chunk_ord on doc_chunk (doc_id, ord);
\if :has_vector
create index idx_doc_chunk_embedding on doc_chunk using ivfflat (embedding vector_cosine_ops) with (lists = 100);
\endif
create index idx_agent_memory_user_scope on agent_memory (user_id, scope);
create index idx_agent_memory_key on agent_memory (key);
create index idx_agent_memory_expires on agent_memory (expires_at) where expires_at is not null;
create index idx_flashcard_user on flashcard (user_id);
create index idx_flashcard_review on flashcard (user_id, next_review_at) where next_review_at is not null;
create index idx_quiz_user on quiz (user_id);
create index idx_quiz_topic on quiz (topic);
create index idx_quiz_attempt_user on quiz_attempt (user_id);
create index idx_quiz_attempt_quiz on quiz_attempt (quiz_id);
create index idx_study_plan_user on study_plan (user_id);
create index idx_study_plan_status on study_plan (user_id, status);
create index idx_agent_task_user on agent_task (user_id);
create index idx_agent_task_status on agent_task (status);
create index idx_agent_task_kind on agent_task (kind);
create index idx_presence_online on presence (is_online) where is_online;
create index idx_presence_last_seen on presence (last_seen);
create index idx_availability_user on availability_block (user_id);
create index idx_availability_dow on availability_block (dow);
create index idx_match_candidate_user_score on match_candidate (user_id, score desc);
create index idx_match_candidate_pair on match_candidate (user_id, candidate_id);
create index idx_match_candidate_computed on match_candidate (computed_at);
alter table agent_telemetry add primary key (id);
create index idx_agent_telemetry_user on agent_telemetry (user_id);
create index idx_agent_telemetry_trace on agent_telemetry (trace_id);
create index idx_agent_telemetry_type on agent_telemetry (event_type);
create index idx_agent_telemetry_created on agent_telemetry (created_at);
reset role;

do $$
declare
    name text;
begin
    foreach name in array array['profile', 'doc_source', 'agent_memory', 'flashcard', 'quiz', 'quiz_attempt', 'study_plan',
        'learning_profile', 'agent_task', 'presence', 'availability_block', 'match_candidate'] loop
        execute format('alter table %I add foreign key (user_id) references auth.users (id) on delete cascade', name);
    end loop;
end $$;
alter table match_candidate add foreign key (candidate_id) references auth.users (id) on delete cascade;
alter table agent_telemetry add foreign key (user_id) references auth.users (id) on delete set null;
analyze;
