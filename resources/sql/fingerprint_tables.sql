-- Which of the given tables exist in any schema of the application, by which profiles are recognised.
-- Variables: names (a list of quoted texts). Reads catalogs only, needs no privilege, waits for nobody.
select n.nspname as schema, c.relname as name
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname in (:names)
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema';
