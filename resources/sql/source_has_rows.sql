-- Whether a table has any row at all: “not instrumented” is not the same as “no cost today”.
-- Variables: schema, table. Needs select on the table or on one of its columns.
-- Takes ACCESS SHARE on the table, so it waits behind ACCESS EXCLUSIVE until lock_timeout.
select exists (select 1 from :"schema".:"table") as has_rows;
