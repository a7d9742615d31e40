-- The calls of a source in a window of time, in the order of the mirror's columns.
-- Variables: columns, relation, window: SQL made from the profile, names quoted.
-- Needs select on the mapped columns; locks nothing beyond what any select does.
select :columns
from :relation t
where :window
