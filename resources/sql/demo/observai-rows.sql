-- ObservAI Hub after its requests were loaded: indexes, rules, snapshots, and the cron jobs with
-- their past runs. Run as superuser.

insert into user_profiles (id, email, full_name, created_at) select id, email, split_part(email, '@', 1), created_at from auth.users;
create trigger on_auth_user_created after insert on auth.users for each row execute function handle_new_user();
alter table llm_requests add primary key (id);
alter table llm_requests add foreign key (user_id) references auth.users (id) on delete set null;
create index idx_llm_requests_created_at on llm_requests (created_at desc);
create index idx_llm_requests_user_id on llm_requests (user_id);
create index idx_llm_requests_model on llm_requests (model);
create index idx_llm_requests_success on llm_requests (success) where not success;
create index idx_alerts_status on alerts (status);
create index idx_logs_created_at on logs (created_at desc);

insert into detection_rules (name, category, severity)
    select category || ' rule ' || n, category, (array['info', 'warning', 'critical'])[1 + n % 3]
    from (values ('security', 7), ('reliability', 6), ('quality', 6), ('cost', 5), ('usage', 5), ('performance', 4), ('drift', 4), ('compliance', 3)) as counts (category, rules)
    cross join lateral generate_series(1, rules) as n;
insert into alerts (user_id, title, severity, status, threshold_value, current_value, created_at, resolved_at)
    select (select id from auth.users order by email limit 1), 'Error rate above 5 %', 'warning', case when n < 3 then 'active' else 'resolved' end, 0.05, 0.05 + n / 200.0,
        :'now'::timestamptz - interval '31 hours' * n, case when n >= 3 then :'now'::timestamptz - interval '31 hours' * n + interval '25 minutes' end
    from generate_series(1, 18) as n;
insert into service_health (service_name, service_type, status, latency_ms, error_rate, last_check) values
    ('OpenAI', 'llm_provider', 'operational', 620, 0.0021, :'now'), ('Anthropic', 'llm_provider', 'operational', 710, 0.0018, :'now'),
    ('Postgres', 'database', 'operational', 6, 0, :'now'), ('Upstash', 'cache', 'degraded', 48, 0.0110, :'now');
insert into budget_limits (limit_type, limit_amount_usd, current_spend_usd) select 'monthly', 300, coalesce(sum(cost_usd), 0) from llm_requests;
insert into metrics_snapshots (period, period_start, total_requests, error_count, p50_latency_ms, p95_latency_ms, p99_latency_ms, total_cost_usd)
    select 'daily', date_trunc('day', created_at), count(*), count(*) filter (where not success), percentile_disc(0.5) within group (order by latency_ms),
        percentile_disc(0.95) within group (order by latency_ms), percentile_disc(0.99) within group (order by latency_ms), sum(cost_usd)
    from llm_requests group by 2;
insert into cost_tracking (billing_period, model, total_requests, total_cost_usd)
    select date_trunc('month', created_at)::date, model, count(*), sum(cost_usd) from llm_requests where cost_usd is not null group by 1, 2;
insert into logs (level, source, message, created_at) select 'info', 'application', 'ingest finished', :'now'::timestamptz - interval '10 minutes' * n from generate_series(1, 500) as n;
insert into health_check (status) values ('ok');
insert into schema_migrations (version) values ('001_initial'), ('002_detection_rules'), ('fix_all_tables');
create materialized view daily_metrics as select date_trunc('day', created_at) as day, model, count(*) as requests, sum(cost_usd) as cost_usd from llm_requests group by 1, 2;
alter materialized view daily_metrics owner to postgres;

\if :has_cron
create extension pg_cron;
grant usage on schema cron to postgres, quarterdeck_ro;
grant select on cron.job, cron.job_run_details to quarterdeck_ro;
set role postgres;
select cron.schedule('aggregate-metrics', '*/5 * * * *', 'select public.refresh_daily_metrics()') \g /dev/null
select cron.schedule('detect-anomalies', '*/15 * * * *', $$insert into public.user_baselines (metric, mean, stddev) select 'latency', avg(latency_ms), stddev(latency_ms) from public.llm_requests where created_at > now() - interval '15 minutes'$$) \g /dev/null
select cron.schedule('check-alerts', '* * * * *', $$select net.http_post(url := 'http://127.0.0.1:9/functions/v1/check-alerts', body := '{}'::jsonb)$$) \g /dev/null
\if :cleanup_fails
select cron.schedule('cleanup', '0 3 * * *', 'refresh materialized view public.mv_daily_metrics_summary') \g /dev/null
\else
select cron.schedule('cleanup', '0 3 * * *', 'refresh materialized view public.daily_metrics') \g /dev/null
\endif
reset role;
-- Spec Agents' nightly job: pg_cron lives in this database and runs it over there, where its table
-- was never created.
select cron.schedule_in_database('delete-old-query-logs', '0 2 * * *', $$delete from query_logs where created_at < now() - interval '90 days'$$, 'spec_agents', 'postgres') \g /dev/null

create temporary table past_run as
    select j.jobid, j.jobname, j.command, j.database, j.username, due
    from (values ('aggregate-metrics', interval '5 minutes', interval '0'), ('detect-anomalies', interval '15 minutes', interval '0'), ('check-alerts', interval '1 minute', interval '0'),
        ('cleanup', interval '1 day', interval '3 hours'), ('delete-old-query-logs', interval '1 day', interval '2 hours')) as plan (name, every, after)
    join cron.job j on j.jobname = plan.name
    cross join lateral generate_series(date_trunc('day', :'now'::timestamptz) - interval '1 day' * least(:days, 30) + plan.after, :'now'::timestamptz - interval '1 minute', plan.every) as due;
insert into cron.job_run_details (jobid, runid, job_pid, database, username, command, status, return_message, start_time, end_time)
    select jobid, nextval('cron.runid_seq'), 20000 + (random() * 9000)::int, database, username, command,
        case when fails then 'failed' else 'succeeded' end,
        case when not fails then case when jobname = 'cleanup' then 'REFRESH MATERIALIZED VIEW' when jobname = 'detect-anomalies' then 'INSERT 0 1' else '1 row' end
            when jobname = 'cleanup' then E'ERROR:  relation "public.mv_daily_metrics_summary" does not exist\n' else E'ERROR:  relation "query_logs" does not exist\n' end,
        due + interval '30 ms', due + interval '30 ms' + interval '1 ms' * (4 + hashtext(due::text || jobname) % 900 / 20 + case when jobname = 'aggregate-metrics' then 240 else 0 end)
    from (select *, jobname = 'delete-old-query-logs' or (jobname = 'cleanup' and :'cleanup_fails'::boolean and due > :'now'::timestamptz - interval '3 days') as fails from past_run) runs
    order by due;
drop table past_run;
\endif
analyze;
