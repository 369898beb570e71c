-- Is this a question of this case to that organisation, about whom I see, that waits for an answer?
CREATE OR REPLACE FUNCTION access.is_open_request(request uuid, one_case uuid, capacity uuid, about uuid[], audience uuid[])
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.requests_informationrequest q
                   WHERE q.id = request AND q.case_id = one_case AND q.capacity_id = capacity
                     AND q.about = is_open_request.about AND q.audience = is_open_request.audience
                     AND q.about <@ access.my_sight_in(one_case) AND q.audience && access.my_capacities_in(one_case)
                     AND q.withdrawn_at IS NULL
                     AND NOT EXISTS (SELECT FROM public.requests_requestanswer a WHERE a.request_id = q.id))
$$;

-- Questions that wait in these cases. For the functions below alone.
CREATE OR REPLACE FUNCTION access.open_requests(cases uuid[])
RETURNS TABLE (id uuid, case_id uuid, capacity_id uuid, kind text, due_on date, audience uuid[])
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT q.id, q.case_id, q.capacity_id, q.kind::text, q.due_on, q.audience FROM public.requests_informationrequest q
    WHERE q.case_id = ANY (cases) AND q.withdrawn_at IS NULL AND q.about <@ (SELECT access.my_sight())
      AND NOT EXISTS (SELECT FROM public.requests_requestanswer a WHERE a.request_id = q.id)
$$;

-- Which questions wait for my organisation, as far as I can read them? Number, kind and date; nothing of the question.
CREATE OR REPLACE FUNCTION access.requests_to_answer(at_most integer)
RETURNS TABLE (request uuid, number text, kind text, due_on date, reminders bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT q.id, k.number::text, q.kind, q.due_on,
           (SELECT count(*) FROM public.requests_requestreminder r WHERE r.request_id = q.id)
    FROM access.open_requests(access.my_open_cases()) q JOIN public.cases_case k ON k.id = q.case_id
    JOIN access.where_i_sit() w ON w.case_id = q.case_id
    WHERE q.capacity_id = ANY (w.capacities)
    ORDER BY q.due_on, k.number, q.id LIMIT least(at_most, 50)
$$;

-- In which cases that I run did an organisation let the date pass? Number of the case and how many questions.
CREATE OR REPLACE FUNCTION access.requests_overdue(at_most integer)
RETURNS TABLE (number text, how_many bigint, since date)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.number::text, count(*), min(q.due_on)
    FROM access.open_requests(ARRAY(SELECT unnest(access.cases_i_run()) INTERSECT SELECT unnest(access.my_open_cases()))) q
    JOIN public.cases_case k ON k.id = q.case_id JOIN access.where_i_sit() w ON w.case_id = q.case_id
    WHERE q.due_on < access.today() AND q.audience && w.capacities
    GROUP BY k.number ORDER BY min(q.due_on), k.number LIMIT least(at_most, 50)
$$;

GRANT EXECUTE ON FUNCTION
    access.is_open_request(uuid, uuid, uuid, uuid[], uuid[]), access.requests_to_answer(integer),
    access.requests_overdue(integer)
TO schakel_app;
