-- Tables that may hold telemetry of model calls: they have a time, and columns whose names speak of
-- models, tokens, cost or duration, or a JSON column. One JSON document per table, likeliest first.
-- Reads catalogs only, needs no privilege, and waits for nobody.
with named as (
    select c.oid, n.nspname, c.relname, c.relkind, c.reltuples
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
        and n.nspname !~ '^(pg_|_timescaledb_|supabase_)'
        and n.nspname not in ('information_schema', 'auth', 'cron', 'extensions', 'graphql', 'graphql_public', 'net', 'pgbouncer',
            'pgsodium', 'pgsodium_masks', 'pgtle', 'realtime', 'storage', 'tiger', 'topology', 'vault')
),
cells as (
    select d.oid, a.attnum, a.attname, b.typname, t.typcategory, t.typtype, a.atttypid, a.attidentity,
        lower(regexp_replace(a.attname, '([a-z0-9])([A-Z])', E'\\1_\\2', 'g')) as word
    from named d
    join pg_catalog.pg_attribute a on a.attrelid = d.oid and a.attnum > 0 and not a.attisdropped
    join pg_catalog.pg_type t on t.oid = a.atttypid
    join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
),
likely as (
    select oid,
        count(*) filter (where word ~ '(^|_)(models?|engine|tokens?|costs?|spend|latency|duration|elapsed|took)(_|$)'
            or word ~ '(response|execution|processing)_time') as hits,
        bool_or(typname in ('json', 'jsonb')) as has_json,
        bool_or(typname in ('timestamptz', 'timestamp')) as has_time
    from cells group by oid
),
chosen as materialized ( -- before the costlier questions are asked
    select d.*, l.hits
    from named d join likely l on l.oid = d.oid
    where l.has_time and (l.hits > 0 or l.has_json)
    order by l.hits desc, d.reltuples desc
    limit 60
)
select json_build_object(
    'schema', d.nspname, 'table', d.relname, 'kind', d.relkind,
    'rows', case when d.reltuples >= 0 then d.reltuples::bigint end,
    'mayRead', pg_catalog.has_any_column_privilege(d.oid, 'select') and pg_catalog.has_schema_privilege(d.nspname, 'usage'),
    'columns', (
        select json_agg(json_build_object(
            'name', s.attname, 'base', s.typname, 'category', s.typcategory,
            'maySelect', pg_catalog.has_column_privilege(s.oid, s.attnum, 'select'),
            'words', case when s.typtype = 'e' then (
                select json_agg(e.enumlabel order by e.enumsortorder) from pg_catalog.pg_enum e where e.enumtypid = s.atttypid) end,
            'counts', s.attidentity <> '' or exists ( -- identity or serial: it has a sequence of its own
                select 1 from pg_catalog.pg_depend p join pg_catalog.pg_class q on q.oid = p.objid
                where p.refclassid = 'pg_catalog.pg_class'::regclass and p.classid = 'pg_catalog.pg_class'::regclass
                    and p.refobjid = s.oid and p.refobjsubid = s.attnum and p.deptype in ('a', 'i') and q.relkind = 'S'),
            'unique', exists (
                select 1 from pg_catalog.pg_index i
                where i.indrelid = s.oid and i.indisunique and i.indisvalid and i.indnkeyatts = 1 and i.indkey[0] = s.attnum and i.indpred is null),
            'primary', exists (
                select 1 from pg_catalog.pg_index i
                where i.indrelid = s.oid and i.indisprimary and i.indnkeyatts = 1 and i.indkey[0] = s.attnum),
            'leads', exists (
                select 1 from pg_catalog.pg_index i
                join pg_catalog.pg_class ic on ic.oid = i.indexrelid join pg_catalog.pg_am m on m.oid = ic.relam
                where i.indrelid = s.oid and m.amname = 'btree' and i.indisvalid and i.indisready and i.indpred is null and i.indkey[0] = s.attnum)
        ) order by s.attnum)
        from cells s where s.oid = d.oid)
)::text as candidate
from chosen d
order by d.hits desc, d.reltuples desc;
