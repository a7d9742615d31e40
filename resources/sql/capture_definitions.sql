-- How the chunks of a table are searched: source and parameters of functions, definitions of indexes.
-- One row with one JSON document. Variables: schema, table, functions (schema.name, separated by line
-- ends).
-- Reads catalogs; pg_get_indexdef() and pg_get_functiondef() may meet a lock and then time out.
select json_build_object(
    'functions', (
        select json_agg(json_build_object(
            'schema', n.nspname, 'name', p.proname, 'source', pg_catalog.pg_get_functiondef(p.oid), 'body', p.prosrc, 'language', l.lanname,
            'arguments', pg_catalog.pg_get_function_arguments(p.oid),
            'names', p.proargnames, 'modes', p.proargmodes::text[],
            'types', (select json_agg(pg_catalog.format_type(x.oid, null) order by x.position) from unnest(p.proargtypes) with ordinality x(oid, position)),
            'defaults', (select json_agg(pg_catalog.pg_get_function_arg_default(p.oid, x.position::int) order by x.position) from unnest(p.proargtypes) with ordinality x(oid, position)),
            'settings', p.proconfig,
            'mayExecute', pg_catalog.has_function_privilege(p.oid, 'execute'),
            'mayUseSchema', pg_catalog.has_schema_privilege(n.oid, 'usage')) order by p.pronargs desc, p.oid)
        from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace join pg_catalog.pg_language l on l.oid = p.prolang
        where p.prokind = 'f' and n.nspname || '.' || p.proname = any (string_to_array(:'functions', E'\n'))),
    'indexes', (
        select json_agg(json_build_object(
            'name', ic.relname, 'method', m.amname, 'definition', pg_catalog.pg_get_indexdef(ic.oid), 'opclass', o.opcname,
            'options', ic.reloptions, 'valid', i.indisvalid and i.indisready, 'pages', ic.relpages, 'size', pg_catalog.pg_relation_size(ic.oid)) order by ic.relname)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_index i on i.indrelid = c.oid
        join pg_catalog.pg_class ic on ic.oid = i.indexrelid
        join pg_catalog.pg_am m on m.oid = ic.relam
        left join pg_catalog.pg_opclass o on o.oid = i.indclass[0]
        where n.nspname = :'schema' and c.relname = :'table')
)::text as definitions;
