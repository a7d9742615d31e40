-- ARA's indexes, and the rows that follow from its sessions. Run as superuser after the history
-- was loaded.

insert into users (id, "clerkId", email, "createdAt")
    select md5('ara-user-' || n)::uuid::text, 'user_demo' || n, 'user-' || n || '@ara.example', :'now'::timestamptz at time zone 'UTC' - interval '6 hours' * n from generate_series(1, 140) as n;
create unique index "users_clerkId_key" on users ("clerkId");
create index "users_clerkId_idx" on users ("clerkId");
create index users_email_idx on users (email);
create index "users_createdAt_idx" on users ("createdAt");
create index "audit_sessions_userId_idx" on audit_sessions ("userId");
create unique index "audit_sessions_anonymousId_key" on audit_sessions ("anonymousId");
create index audit_sessions_status_idx on audit_sessions (status);
create index "audit_sessions_startedAt_idx" on audit_sessions ("startedAt");
create index "audit_answers_auditSessionId_idx" on audit_answers ("auditSessionId");
create index "audit_answers_questionKey_idx" on audit_answers ("questionKey");
create unique index "audit_answers_auditSessionId_questionKey_key" on audit_answers ("auditSessionId", "questionKey");
create index "chat_messages_auditSessionId_createdAt_idx" on chat_messages ("auditSessionId", "createdAt");
create index chat_messages_role_idx on chat_messages (role);
create index "chat_messages_createdAt_idx" on chat_messages ("createdAt");
\if :has_vector
create index chat_messages_embedding_idx on chat_messages using ivfflat (embedding vector_cosine_ops) with (lists = 100);
\endif
create index "pdf_jobs_sessionId_idx" on pdf_jobs ("sessionId");
create index pdf_jobs_status_priority_idx on pdf_jobs (status, priority);
create index "pdf_jobs_createdAt_idx" on pdf_jobs ("createdAt");

insert into audit_answers (id, "auditSessionId", "questionKey", "stepId", value, "createdAt", "updatedAt")
    select md5(id || k)::uuid::text, id, 'question-' || k, 'step-' || (1 + k / 4), to_jsonb(1 + (hashtext(id) & 3)), "startedAt", "startedAt"
    from audit_sessions cross join generate_series(1, 6) as k;
insert into pdf_jobs (id, "sessionId", status, "templateData", "errorMessage", "retryCount", "createdAt", "startedAt", "completedAt")
    select md5('pdf' || id)::uuid::text, id, (case when hashtext(id) % 53 = 0 then 'FAILED' else 'COMPLETED' end)::"JobStatus", '{}',
        case when hashtext(id) % 53 = 0 then 'Navigation timeout of 30000 ms exceeded' end, case when hashtext(id) % 53 = 0 then 3 else 0 end,
        "startedAt" + interval '20 minutes', "startedAt" + interval '20 minutes 3 seconds', "startedAt" + interval '20 minutes 11 seconds'
    from audit_sessions where hashtext(id) % 3 = 0 and "startedAt" < (:'now'::timestamptz at time zone 'UTC') - interval '25 minutes';
analyze;
