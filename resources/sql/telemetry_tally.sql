-- Number and checksum of the rows of each 15-minute bin in a window of time, to be compared with
-- the mirror: finds rows that were changed, deleted or added later.
-- Variables: micros, checksum, relation, window: SQL made from the profile, names quoted.
-- Needs select on the mapped columns; locks nothing beyond what any select does.
select floor((:micros) / 900000000.0)::bigint as bin, count(*) as copies, sum(:checksum) as checksum
from :relation t
where :window
group by 1
order by 1
