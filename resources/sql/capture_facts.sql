-- What a table of chunks and its table of documents really are: columns and types, rights, row
-- security, estimates, indexes over vectors, and what this role may do. One row with one JSON document.
-- Variables: schema, table, document_schema, document_table (empty: there is none).
-- Reads catalogs only, needs no privilege, and waits for nobody: no function that locks the tables.
with wanted(part, schema, name) as (
    values ('chunks', :'schema', :'table'), ('documents', :'document_schema', :'document_table')
),
found as (
    select w.part, c.oid, c.relkind, c.relname, n.nspname, c.reltuples, c.relpages, c.relrowsecurity, c.relpersistence, n.oid as schema_oid
    from wanted w join pg_catalog.pg_namespace n on n.nspname = w.schema join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name
    where c.relkind in ('r', 'p', 'v', 'm', 'f')
),
parts as ( -- a partitioned table's rows are in its partitions
    select f.part, f.oid, f.reltuples, f.relpages from found f where f.relkind <> 'p'
    union all
    select f.part, c.oid, c.reltuples, c.relpages
    from found f join pg_catalog.pg_inherits i on i.inhparent = f.oid join pg_catalog.pg_class c on c.oid = i.inhrelid
    where f.relkind = 'p'
)
select json_build_object(
    'role', current_user,
    'database', current_database(),
    'serverVersion', current_setting('server_version'),
    'serverNumber', current_setting('server_version_num')::int,
    'isSuperuser', current_setting('is_superuser') = 'on',
    'bypassesRls', (select r.rolsuper or r.rolbypassrls from pg_catalog.pg_roles r where r.rolname = current_user),
    'blockSize', current_setting('block_size')::int,
    'now', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'extensions', (
        select json_object_agg(e.extname, json_build_object('version', e.extversion, 'schema', n.nspname))
        from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname in ('vector', 'pageinspect')),
    -- Where somebody lets this role read pages although it is no superuser: functions of pageinspect's
    -- names in a schema of their own, run with their owner's rights.
    'pageFunctions', exists (
        select 1 from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'quarterdeck' and p.proname in ('get_raw_page', 'heap_page_items')
            and pg_catalog.has_function_privilege(p.oid, 'execute') and pg_catalog.has_schema_privilege(n.oid, 'usage')
        having count(*) = 2),
    'relations', (
        select json_object_agg(f.part, json_build_object(
            'kind', f.relkind,
            'temporary', f.relpersistence = 't',
            'rows', (select case when count(*) filter (where p.reltuples < 0) = 0 then sum(p.reltuples)::bigint end from parts p where p.part = f.part),
            'liveRows', (select sum(s.n_live_tup) from parts p join pg_catalog.pg_stat_all_tables s on s.relid = p.oid where p.part = f.part),
            'pages', (select sum(p.relpages) from parts p where p.part = f.part),
            'mayUseSchema', pg_catalog.has_schema_privilege(f.schema_oid, 'usage'),
            'rowsFiltered', pg_catalog.row_security_active(f.oid),
            'columns', (
                select json_object_agg(a.attname, json_build_object(
                    'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                    'base', b.typname,
                    'category', b.typcategory,
                    'typmod', a.atttypmod,
                    'maySelect', pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'select')))
                from pg_catalog.pg_attribute a
                join pg_catalog.pg_type t on t.oid = a.atttypid
                join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
                where a.attrelid = f.oid and a.attnum > 0 and not a.attisdropped)))
        from found f),
    'vectorIndexes', (
        select json_agg(json_build_object(
            'schema', n.nspname, 'name', ic.relname, 'method', m.amname, 'column', a.attname,
            'opclass', o.opcname, 'options', ic.reloptions, 'valid', i.indisvalid and i.indisready, 'partial', i.indpred is not null,
            'pages', ic.relpages, 'rows', nullif(ic.reltuples, -1)) order by ic.relname)
        from parts f
        join pg_catalog.pg_index i on i.indrelid = f.oid
        join pg_catalog.pg_class ic on ic.oid = i.indexrelid
        join pg_catalog.pg_namespace n on n.oid = ic.relnamespace
        join pg_catalog.pg_am m on m.oid = ic.relam
        join pg_catalog.pg_opclass o on o.oid = i.indclass[0]
        left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where f.part = 'chunks' and m.amname in ('hnsw', 'ivfflat'))
)::text as facts;
