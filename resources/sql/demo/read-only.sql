-- What the read-only role may read: all tables of the application. Run as superuser after the
-- tables were made.
grant usage on schema public to quarterdeck_ro;
grant select on all tables in schema public to quarterdeck_ro;
alter default privileges in schema public grant select on tables to quarterdeck_ro;
