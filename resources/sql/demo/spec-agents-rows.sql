-- After Spec Agents' feedback was loaded. Run as superuser.
create index feedback_created_at_idx on feedback (created_at);
create index feedback_rating_idx on feedback (rating);
analyze;
