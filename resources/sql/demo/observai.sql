-- ObservAI Hub: the rewritten schema of seventeen tables, two leaking views, a signup trigger that
-- fails, pg_cron, and a stand-in for pg_net (facts/systems.md §6). Run as superuser in a new
-- database of the demo that supabase.sql prepared.

create schema net;
comment on schema net is 'Stand-in of the Quarterdeck demo for pg_net: requests are recorded and answered with 401, none leaves this machine';
create sequence net.request_ids;
create table net._http_response (
    id bigint,
    status_code integer,
    content_type text,
    headers jsonb,
    content text,
    timed_out boolean,
    error_msg text,
    created timestamptz not null default now()
);
create index _http_response_created_idx on net._http_response (created);
create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}', headers jsonb default '{"Content-Type": "application/json"}', timeout_milliseconds integer default 5000)
returns bigint language sql security definer set search_path = net as $$
    with swept as (delete from net._http_response where created < now() - interval '6 hours')
    insert into net._http_response (id, status_code, content_type, headers, content, timed_out)
    values (nextval('net.request_ids'), 401, 'application/json', '{"content-type": "application/json"}', '{"success":false,"error":{"code":"UNAUTHORIZED","message":"Invalid or missing token"}}', false)
    returning id
$$;
grant usage on schema net to postgres, anon, authenticated, service_role, quarterdeck_ro;
grant select on net._http_response to postgres, quarterdeck_ro;

set role postgres;
create table user_profiles (
    id uuid primary key,
    email text,
    full_name text,
    role text default 'viewer',
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table llm_requests (
    id uuid default gen_random_uuid(), -- its primary key is made after the rows
    user_id uuid,
    model text not null,
    prompt text not null,
    response text,
    prompt_category text,
    latency_ms integer,
    tokens_in integer,
    tokens_out integer,
    tokens_total integer,
    cost_usd numeric(10, 6),
    coherence_score numeric(4, 3),
    toxicity_score numeric(4, 3),
    hallucination_score numeric(4, 3),
    sentiment_score numeric(4, 3),
    temperature numeric(3, 2),
    success boolean default true,
    error_message text,
    error_code text,
    retry_count integer default 0,
    request_id text,
    session_id uuid,
    ip_address inet,
    trace_id text,
    span_id text,
    metadata jsonb default '{}',
    created_at timestamptz default now()
);
create table detection_rules (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    category text not null,
    severity text not null check (severity in ('info', 'warning', 'critical')),
    condition jsonb not null default '{}',
    enabled boolean default true,
    created_at timestamptz default now()
);
create table alerts (
    id uuid primary key default gen_random_uuid(),
    user_id uuid,
    title text not null,
    description text,
    severity text not null check (severity in ('info', 'warning', 'critical')),
    status text not null default 'active' check (status in ('active', 'acknowledged', 'resolved', 'closed')),
    detection_rule_id uuid references detection_rules (id),
    threshold_value numeric,
    current_value numeric,
    anomaly_score numeric,
    created_at timestamptz default now(),
    resolved_at timestamptz
);
create table logs (
    id bigserial primary key,
    level text not null,
    source text,
    message text not null,
    attributes jsonb default '{}',
    created_at timestamptz default now()
);
create table service_health (
    id uuid primary key default gen_random_uuid(),
    service_name text not null,
    service_type text not null check (service_type in ('llm_provider', 'database', 'api', 'cache', 'queue', 'storage', 'other')),
    status text not null check (status in ('operational', 'degraded', 'down', 'maintenance')),
    latency_ms integer,
    error_rate numeric(5, 4),
    last_check timestamptz default now()
);
create table metrics_snapshots (
    id uuid primary key default gen_random_uuid(),
    period text not null,
    period_start timestamptz not null,
    total_requests integer,
    error_count integer,
    p50_latency_ms integer,
    p95_latency_ms integer,
    p99_latency_ms integer,
    total_cost_usd numeric(12, 6),
    unique (period, period_start)
);
create table cost_tracking (
    id uuid primary key default gen_random_uuid(),
    billing_period date not null,
    model text not null,
    total_requests integer,
    total_cost_usd numeric(12, 6),
    unique (billing_period, model)
);
create table budget_limits (
    id uuid primary key default gen_random_uuid(),
    limit_type text not null,
    limit_amount_usd numeric(12, 2) not null,
    warning_percent integer default 80,
    critical_percent integer default 95,
    current_spend_usd numeric(12, 6) default 0
);
create table chat_sessions (id uuid primary key default gen_random_uuid(), user_id uuid, title text, created_at timestamptz default now());
create table prompt_templates (id uuid primary key default gen_random_uuid(), user_id uuid, name text not null, template text not null, created_at timestamptz default now());
create table user_settings (user_id uuid primary key, settings jsonb not null default '{}', updated_at timestamptz default now());
create table user_baselines (id uuid primary key default gen_random_uuid(), user_id uuid, metric text not null, mean numeric, stddev numeric, computed_at timestamptz default now());
create table anomalies (id uuid primary key default gen_random_uuid(), metric text not null, method text, score numeric, status text default 'new', detected_at timestamptz default now());
create table audit_logs (id uuid primary key default gen_random_uuid(), user_id uuid, action text not null, resource text, details jsonb default '{}', created_at timestamptz default now());
create table health_check (id serial primary key, status text not null default 'ok', checked_at timestamptz default now());
create table schema_migrations (version text primary key, applied_at timestamptz default now());

do $$
declare
    name text;
    owned text[] = array['llm_requests', 'alerts', 'chat_sessions', 'prompt_templates', 'user_settings', 'user_baselines', 'audit_logs'];
begin
    foreach name in array owned || array['user_profiles', 'detection_rules', 'logs', 'service_health', 'metrics_snapshots', 'cost_tracking', 'budget_limits', 'anomalies', 'health_check'] loop
        execute format('alter table %I enable row level security', name);
    end loop;
    foreach name in array owned loop
        execute format('create policy %I on %I for select using (auth.uid() = user_id)', 'Users read own ' || name, name);
        execute format('create policy %I on %I for insert with check (auth.uid() = user_id)', 'Users insert own ' || name, name);
    end loop;
    foreach name in array array['detection_rules', 'logs', 'service_health', 'metrics_snapshots', 'cost_tracking', 'budget_limits', 'anomalies'] loop
        execute format('create policy %I on %I for select to authenticated using (auth.uid() is not null)', 'Signed-in users read ' || name, name);
    end loop;
end $$;
create policy "Users read own profile" on user_profiles for select using (auth.uid() = id);
create policy "Users update own profile" on user_profiles for update using (auth.uid() = id);
create policy "Anyone reads health" on health_check for select using (true);
create policy "Service inserts logs" on logs for insert with check (true);

create view llm_metrics_summary as
    select model, count(*) as requests, percentile_cont(0.5) within group (order by latency_ms) as p50, percentile_cont(0.95) within group (order by latency_ms) as p95,
        percentile_cont(0.99) within group (order by latency_ms) as p99, sum(cost_usd) as cost_usd
    from llm_requests where created_at > now() - interval '24 hours' group by model;
-- Shows the address of every owner of an alert to anybody who may read the view, anon included.
create view active_alerts as
    select a.id, a.title, a.severity, a.status, a.created_at, u.email as owner_email from alerts a left join auth.users u on u.id = a.user_id where a.status = 'active';
create function calculate_cost(model_name text, input_tokens integer, output_tokens integer) returns numeric language sql immutable as $$
    select round((input_tokens * 0.000000075 + output_tokens * 0.0000003)::numeric, 6)
$$;
create function generate_mock_audit_data(target uuid) returns void language sql security definer as $$
    insert into audit_logs (user_id, action, resource) select target, 'login', 'session' from generate_series(1, 10)
$$;
create function refresh_daily_metrics() returns void language sql security definer as $$ select 1 $$;
-- As fix_all_tables.sql leaves it: user_profiles has no column user_id, so every sign-up fails.
create function handle_new_user() returns trigger language plpgsql security definer as $$
begin
    insert into public.user_profiles (user_id, email) values (new.id, new.email);
    return new;
end $$;
reset role;
