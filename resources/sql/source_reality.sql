-- What a mapped table really is: whether it exists, what its columns and their types are, what this
-- role may read, and by which index it can be read in order. One row with one JSON document.
-- Variables: schema, table.
-- Reads catalogs only, needs no privilege, and waits for nobody: no function that locks the table.
-- Names are compared with the catalog instead of asked of to_regclass(), which fails where the role
-- has no usage on the schema, and that is one of the things to be found out.
with recursive found as (
    select c.oid, c.relkind, c.reltuples, n.oid as schema_oid
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = :'schema' and c.relname = :'table' and c.relkind in ('r', 'p', 'v', 'm', 'f')
),
parts as ( -- a partitioned table's rows are in its partitions
    select f.oid, f.reltuples, f.relkind from found f
    union all
    select c.oid, c.reltuples, c.relkind
    from parts p join pg_catalog.pg_inherits i on i.inhparent = p.oid join pg_catalog.pg_class c on c.oid = i.inhrelid
)
select json_build_object(
    'role', current_user,
    'exists', exists (select 1 from found),
    'elsewhere', (
        select json_agg(n.nspname || '.' || c.relname order by n.nspname, c.relname)
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where lower(c.relname) = lower(:'table') and (n.nspname, c.relname) <> (:'schema', :'table')
            and c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'),
    'kind', (select relkind from found),
    -- -1 (0 before version 14) is “never counted”
    'rows', (select case when count(*) filter (where reltuples < 0) = 0 then nullif(sum(reltuples)::bigint, 0) end from parts where relkind <> 'p'),
    'mayUseSchema', (select pg_catalog.has_schema_privilege(schema_oid, 'usage') from found),
    'maySelect', (select pg_catalog.has_table_privilege(oid, 'select') from found),
    'rowsFiltered', (select pg_catalog.row_security_active(oid) from found),
    'columns', (
        select json_agg(json_build_object(
            'name', a.attname,
            'type', pg_catalog.format_type(a.atttypid, null),
            'base', b.typname,
            'category', t.typcategory,
            'maySelect', pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'select')) order by a.attnum)
        from found f
        join pg_catalog.pg_attribute a on a.attrelid = f.oid and a.attnum > 0 and not a.attisdropped
        join pg_catalog.pg_type t on t.oid = a.atttypid
        join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end),
    'indexes', (
        select json_agg(json_build_object(
            'column', a.attname, 'name', ic.relname, 'method', m.amname,
            'usable', i.indisvalid and i.indisready and i.indpred is null))
        from found f
        join pg_catalog.pg_index i on i.indrelid = f.oid
        join pg_catalog.pg_class ic on ic.oid = i.indexrelid
        join pg_catalog.pg_am m on m.oid = ic.relam
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0])
)::text as reality;
