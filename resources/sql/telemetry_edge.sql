-- The time of the first or the last row of a window, read from one end of an index.
-- Variables: micros, relation, window, order: SQL made from the profile, names quoted.
-- Needs select on the time column; locks nothing beyond what any select does.
select :micros as at
from :relation t
where :window
order by :order
limit 1
