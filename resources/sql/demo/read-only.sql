-- What the read-only role may read: all tables of the application. Run as superuser after the
-- tables were made.
grant usage on schema public to quarterdeck_ro;
grant select on all tables in schema public to quarterdeck_ro;
alter default privileges in schema public grant select on tables to quarterdeck_ro;

-- Pages of tables and indexes are for superusers only. Where the extension is there, two functions
-- with their owner's rights show them to the read-only role, so that the server's own index of
-- embeddings can be searched offline.
select count(*) > 0 as has_pageinspect from pg_available_extensions where name = 'pageinspect' \gset
\if :has_pageinspect
create schema pageinspect;
create extension pageinspect with schema pageinspect;
create schema quarterdeck;
create function quarterdeck.get_raw_page(relation text, fork text, block int) returns bytea
language sql security definer set search_path = '' as $$ select pageinspect.get_raw_page(relation, fork, block) $$;
create function quarterdeck.heap_page_items(page bytea, out lp smallint, out lp_off smallint, out lp_flags smallint, out t_ctid tid,
    out t_infomask2 int, out t_xmin xid, out t_xmax xid, out t_infomask int) returns setof record
language sql security definer set search_path = '' as $$
    select i.lp, i.lp_off, i.lp_flags, i.t_ctid, i.t_infomask2, i.t_xmin, i.t_xmax, i.t_infomask from pageinspect.heap_page_items(page) i
$$;
revoke execute on function quarterdeck.get_raw_page, quarterdeck.heap_page_items from public;
grant usage on schema quarterdeck to quarterdeck_ro;
grant execute on function quarterdeck.get_raw_page, quarterdeck.heap_page_items to quarterdeck_ro;
\endif
