-- The roles of a Supabase project, for the demo's own cluster. Run once, as supabase_admin.
-- None of them can log in with a password except the last.

create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit;
grant anon, authenticated, service_role to authenticator;
create role postgres login createdb createrole bypassrls;
grant anon, authenticated, service_role to postgres with admin option;
grant pg_monitor, pg_signal_backend to postgres;
create role supabase_auth_admin login noinherit createrole;
create role supabase_storage_admin login noinherit createrole;
create role supabase_read_only_user login bypassrls;
grant pg_read_all_data to supabase_read_only_user;
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
-- What Quarterdeck itself logs in with.
create role quarterdeck_ro login bypassrls password :'ro_password';
grant pg_monitor to quarterdeck_ro;
