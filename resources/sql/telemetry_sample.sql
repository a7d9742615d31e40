-- The cells of at most 50 rows of a table, JSON columns taken apart three levels deep, texts cut at
-- 80 characters: enough to tell seconds from milliseconds and which keys a JSON column has.
-- Variables: columns (quoted names, chosen by Quarterdeck), relation (quoted), newest (an order by
-- where an index serves it, else empty).
-- Needs select on the columns. Takes ACCESS SHARE on the table.
with recent as materialized (
    select :columns from :relation t :newest limit 50
),
numbered as (
    select row_number() over () as row, to_jsonb(recent.*) as cells from recent
),
one as (
    select n.row, e.key as a, e.value from numbered n, jsonb_each(n.cells) e
),
two as (
    select o.row, o.a, e.key as b, e.value
    from one o, jsonb_each(case when jsonb_typeof(o.value) = 'object' then o.value else '{}' end) e
),
three as (
    select o.row, o.a, o.b, e.key as c, e.value
    from two o, jsonb_each(case when jsonb_typeof(o.value) = 'object' then o.value else '{}' end) e
),
leaves as (
    select row, a, null as b, null as c, value from one
    union all select row, a, b, null, value from two
    union all select row, a, b, c, value from three
)
select row, a, b, c, jsonb_typeof(value) as type, left(value #>> '{}', 80) as value
from leaves
where jsonb_typeof(value) in ('string', 'number', 'boolean')
order by row, a, b, c
limit 20000;
