-- What a search on this server depends on besides its tables: settings as this role's session has
-- them and as other roles and the database were given them, locale, and how a few probes are analysed.
-- One row with one JSON document. Variables: load, an expression that makes the server load pgvector,
-- so that its settings exist ('[1]'::"public"."vector", or null); configuration.
-- Reads catalogs and constants only, needs no privilege.
select json_build_object(
    'loaded', (:load) is not null,
    'settings', (
        select json_object_agg(s.name, current_setting(s.name, true)) from unnest(array['ivfflat.probes', 'ivfflat.iterative_scan', 'ivfflat.max_probes', 'hnsw.ef_search', 'hnsw.iterative_scan',
            'hnsw.max_scan_tuples', 'hnsw.scan_mem_multiplier', 'default_text_search_config', 'work_mem', 'enable_indexscan', 'enable_bitmapscan', 'enable_seqscan',
            'enable_sort', 'random_page_cost', 'effective_cache_size', 'max_parallel_workers_per_gather', 'jit', 'extra_float_digits']) as s(name)
        where current_setting(s.name, true) is not null),
    'workMemKb', (select setting::bigint from pg_catalog.pg_settings where name = 'work_mem'),
    'roleSettings', (
        select json_agg(json_build_object('role', r.rolname, 'database', d.datname, 'settings', s.setconfig))
        from pg_catalog.pg_db_role_setting s left join pg_catalog.pg_roles r on r.oid = s.setrole left join pg_catalog.pg_database d on d.oid = s.setdatabase
        where (s.setdatabase = 0 or d.datname = current_database()) and array_to_string(s.setconfig, ' ') ~ '(ivfflat|hnsw)\.|work_mem|enable_|default_text_search_config|search_path'),
    'locale', (
        select json_build_object('collate', d.datcollate, 'ctype', d.datctype, 'encoding', pg_encoding_to_char(d.encoding),
            'provider', coalesce(to_jsonb(d) ->> 'datlocprovider', 'c'), 'locale', coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale'))
        from pg_catalog.pg_database d where d.datname = current_database()),
    'probes', (
        select json_object_agg(p.text, to_tsvector('pg_catalog.simple', p.text)::text)
        from unnest(array['Äpfel', 'ΣΊΣΥΦΟΣ', 'naïve-café', 'İstanbul', '１２３', 'straße_x']) as p(text)),
    'stemOfAdded', to_tsvector('pg_catalog.english', 'added')::text
)::text as settings;
