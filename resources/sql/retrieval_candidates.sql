-- Tables that could be searched by meaning: those with a column of type vector, halfvec or an array of
-- floats, with what is known of their columns and of the tables they refer to. One row with one JSON
-- document for each, the largest first.
-- Reads catalogs and the statistics this role may see, needs no privilege, and waits for nobody.
select json_build_object(
    'schema', n.nspname, 'table', c.relname, 'rows', nullif(greatest(c.reltuples, -1)::bigint, -1),
    'mayRead', pg_catalog.has_table_privilege(c.oid, 'select') and pg_catalog.has_schema_privilege(n.oid, 'usage'),
    'columns', (
        select json_agg(json_build_object(
            'name', a.attname, 'base', b.typname, 'category', b.typcategory, 'dims', a.atttypmod,
            'width', (select s.avg_width from pg_catalog.pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname),
            'isKey', exists (select 1 from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1 and i.indkey[0] = a.attnum),
            'isUnique', exists (select 1 from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique and i.indpred is null and i.indnkeyatts = 1 and i.indkey[0] = a.attnum),
            'parent', (
                select json_build_object('schema', pn.nspname, 'table', p.relname, 'key', pa.attname, 'columns', (
                    select json_agg(json_build_object('name', x.attname, 'base', xt.typname, 'category', xt.typcategory) order by x.attnum)
                    from pg_catalog.pg_attribute x join pg_catalog.pg_type xt on xt.oid = x.atttypid where x.attrelid = p.oid and x.attnum > 0 and not x.attisdropped))
                from pg_catalog.pg_constraint f join pg_catalog.pg_class p on p.oid = f.confrelid join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
                join pg_catalog.pg_attribute pa on pa.attrelid = p.oid and pa.attnum = f.confkey[1]
                where f.conrelid = c.oid and f.contype = 'f' and cardinality(f.conkey) = 1 and f.conkey[1] = a.attnum limit 1)) order by a.attnum)
        from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
        join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))::text as candidate
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and exists (
        select 1 from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
        join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and b.typname in ('vector', 'halfvec', '_float4', '_float8'))
order by c.reltuples desc limit 40;
