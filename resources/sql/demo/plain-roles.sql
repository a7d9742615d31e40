-- The one role of the demo's plain cluster that Quarterdeck logs in with. Run once, as superuser.
create role quarterdeck_ro login password :'ro_password';
grant pg_monitor to quarterdeck_ro;
