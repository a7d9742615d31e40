-- What Clerva's users have beside telemetry: profiles, flashcards, presence. Run as
-- superuser right after auth.users was filled. Made from the users' numbers, so it is the same at
-- every start but for the dates, which end at :now.

insert into profile (user_id, grade_level, subjects, learning_style, created_at)
    select id, (array['9', '10', '11', '12'])[1 + n % 4], array[(array['Math', 'Biology', 'History', 'Physics'])[1 + n % 4]],
        (array['visual', 'auditory', 'kinesthetic', 'reading'])[1 + n % 4], :'now'::timestamptz - interval '1 hour' * n
    from (select id, row_number() over (order by email) as n from auth.users) u;
insert into agent_memory (user_id, scope, key, value, expires_at, created_at)
    select user_id, (array['short', 'long', 'preference', 'context'])[1 + (row_number() over (order by created_at))::int % 4], 'focus', to_jsonb(subjects[1]), :'now'::timestamptz - interval '1 day' * 3, created_at
    from profile order by created_at desc limit 400;
insert into flashcard (user_id, front, back, mastery_level, next_review_at, created_at)
    select user_id, 'Question ' || k, 'Answer ' || k, k % 6, :'now'::timestamptz + interval '1 hour' * k, created_at
    from (select * from profile order by created_at desc limit 300) p cross join generate_series(1, 8) as k;
insert into presence (user_id, is_online, last_seen, current_activity)
    select user_id, n <= 214, :'now'::timestamptz - interval '1 second' * n * (case when n <= 214 then 1 else 60 end), (array['idle', 'studying', 'in_session', 'available'])[1 + n % 4]
    from (select user_id, row_number() over (order by created_at desc) as n from profile) p where n <= 1200;
insert into availability_block (user_id, dow, start_min, end_min)
    select user_id, k, 960, 1080 from (select * from profile order by created_at desc limit 200) p cross join generate_series(1, 5) as k;
insert into agent_task (user_id, kind, status, input, created_at, completed_at)
    select user_id, (array['summarize_session', 'plan_week', 'quiz_gen', 'profile_update'])[1 + n % 4], case when n % 41 = 0 then 'error' when n < 6 then 'queued' else 'done' end, '{}',
        :'now'::timestamptz - interval '7 minutes' * n, case when n >= 6 then :'now'::timestamptz - interval '7 minutes' * n + interval '9 seconds' end
    from (select user_id, (row_number() over (order by created_at desc))::int as n from profile) p where n <= 500;
