-- ARA: Prisma's tables with quoted camelCase names and times without zone (facts/systems.md §3).
-- Its second migration and the guide's own indexes failed on unquoted names, so they are absent.
-- Run as superuser in a new database of the demo's plain cluster.

\if :has_vector
create extension vector;
\else
create domain vector as real[];
comment on domain vector is 'Stand-in of the Quarterdeck demo for pgvector, which is not installed here';
\endif

create type "AuditStatus" as enum ('DRAFT', 'SUBMITTED', 'SCORED', 'REPORT_READY', 'ARCHIVED');
create type "MessageRole" as enum ('USER', 'ASSISTANT', 'SYSTEM', 'FUNCTION');
create type "JobStatus" as enum ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED');
create type "JobPriority" as enum ('LOW', 'NORMAL', 'HIGH', 'URGENT');

create table users (
    id text primary key,
    "clerkId" text not null,
    email text not null,
    "firstName" text,
    "lastName" text,
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null default current_timestamp,
    "lastLoginAt" timestamp(3)
);
create table audit_sessions (
    id text primary key,
    "userId" text references users (id) on delete cascade on update cascade,
    "anonymousId" text,
    status "AuditStatus" not null default 'DRAFT',
    score numeric(5, 2),
    "scoringData" jsonb,
    "startedAt" timestamp(3) not null default current_timestamp,
    "completedAt" timestamp(3),
    "updatedAt" timestamp(3) not null,
    "pdfJobId" text,
    "pdfUrl" text,
    "pdfGeneratedAt" timestamp(3)
);
create table audit_answers (
    id text primary key,
    "auditSessionId" text not null references audit_sessions (id) on delete cascade on update cascade,
    "questionKey" text not null,
    "stepId" text not null,
    value jsonb not null,
    "createdAt" timestamp(3) not null default current_timestamp,
    "updatedAt" timestamp(3) not null
);
create table chat_messages (
    id text primary key,
    "auditSessionId" text not null references audit_sessions (id) on delete cascade on update cascade,
    role "MessageRole" not null,
    content text not null,
    metadata jsonb,
    tokens integer not null default 0,
    embedding :vector1536,
    "createdAt" timestamp(3) not null default current_timestamp
);
create table pdf_jobs (
    id text primary key,
    "sessionId" text not null,
    status "JobStatus" not null default 'PENDING',
    priority "JobPriority" not null default 'NORMAL',
    "templateData" jsonb not null,
    "errorMessage" text,
    "retryCount" integer not null default 0,
    "r2Key" text,
    "signedUrl" text,
    "urlExpiresAt" timestamp(3),
    "createdAt" timestamp(3) not null default current_timestamp,
    "startedAt" timestamp(3),
    "completedAt" timestamp(3)
);
create table scoring_configs (
    id text primary key default 'default',
    version text not null,
    config jsonb not null,
    "isActive" boolean not null default true,
    "createdAt" timestamp(3) not null default current_timestamp,
    "createdBy" text
);
create table _prisma_migrations (
    id varchar(36) primary key,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
);
insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, logs, applied_steps_count) values
    (md5('001'), md5('001') || md5('1'), '001_init', :'now'::timestamptz - interval '60 days', :'now'::timestamptz - interval '60 days', null, 1),
    (md5('002'), md5('002') || md5('2'), '002_performance_indexes', :'now'::timestamptz - interval '59 days', null, 'ERROR: column "userid" does not exist', 0);
insert into scoring_configs (version, config) values ('1', '{"weights": {}}');
