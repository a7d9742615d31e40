-- The server's clock, and since when a transaction that writes to this database is open: rows that
-- it will commit may carry times back to then. Asked before the rows are read.
-- Sees other roles' transactions with pg_read_all_stats only, and none of the primary's on a standby.
select
    (extract(epoch from clock_timestamp()) * 1000000)::bigint as now,
    (extract(epoch from least(
        (select min(a.xact_start) from pg_catalog.pg_stat_get_activity(null) a
         where a.backend_xid is not null and a.pid <> pg_catalog.pg_backend_pid()
             and a.datid = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())),
        (select min(p.prepared) from pg_catalog.pg_prepared_xacts p where p.database = pg_catalog.current_database()))) * 1000000)::bigint as opensince,
    pg_catalog.pg_has_role('pg_read_all_stats', 'usage') and not pg_catalog.pg_is_in_recovery() as mayseewriters,
    pg_catalog.pg_is_in_recovery() as isstandby
