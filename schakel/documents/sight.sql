-- Which documents of the open file were not found clean? Only who brought them holds them, to have them scanned again.
CREATE OR REPLACE FUNCTION access.in_quarantine() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
BEGIN
    RETURN ARRAY(SELECT d.id FROM public.documents_document d
                 WHERE d.case_id = ANY (files) AND d.found NOT IN ('clean', 'no_scanner'));
END
$$;

-- Was this document brought into this case in that capacity of mine, about whom I see?
CREATE OR REPLACE FUNCTION access.is_document_of_ours(document uuid, one_case uuid, capacity uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.documents_document d
                   WHERE d.id = document AND d.case_id = one_case AND d.capacity_id = capacity
                     AND d.about <@ access.my_sight_in(one_case)
                     AND d.capacity_id = ANY (access.my_capacities_in(one_case)))
$$;

-- Did I bring this document in, about exactly these and for exactly them?
CREATE OR REPLACE FUNCTION access.is_my_document(document uuid, one_case uuid, about uuid[], audience uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.documents_document d
                   WHERE d.id = document AND d.case_id = one_case AND d.author_id = (SELECT access.me())
                     AND d.about = is_my_document.about AND d.audience = is_my_document.audience)
$$;

-- Ask everybody who downloaded a document that was recalled in this case not to use it any more, each once; not whoever
-- took it back. The log knows; it can be asked again, and tells nothing to who calls it.
CREATE OR REPLACE FUNCTION access.ask_who_downloaded(one_case uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF one_case IS NULL OR one_case <> ALL (access.my_cases()) THEN
        RETURN;
    END IF;
    INSERT INTO public.cases_nolongerused (id, recall_id, file_id, number, professional_id, recalled_at, asked_at)
    SELECT DISTINCT ON (r.id, e.actor_id)
           gen_random_uuid(), r.id, r.case_id, k.number, e.actor_id, r.recalled_at, clock_timestamp()
    FROM public.documents_documentrecall r JOIN public.cases_case k ON k.id = r.case_id
    JOIN public.audit_entry e ON e.file_id = r.case_id AND e.subject_id = r.document_id
    WHERE r.case_id = one_case AND e.kind = 'act' AND e.event = 'document.downloaded' AND e.actor_id <> r.author_id
    ON CONFLICT DO NOTHING;
END
$$;

-- Is this a letter of this case, about exactly these?
CREATE OR REPLACE FUNCTION access.is_letter_about(letter uuid, one_case uuid, about uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.documents_letter l
                   WHERE l.id = letter AND l.case_id = one_case AND l.about = is_letter_about.about
                     AND l.about <@ access.my_sight_in(one_case))
$$;

-- Who was asked after this document of the opened file was recalled, and who confirmed? Told as after a contribution.
CREATE OR REPLACE FUNCTION access.who_was_asked_about_document(document uuid)
RETURNS TABLE (organisation text, own boolean, who text, function text, asked_at timestamptz, again_at timestamptz, confirmed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
    taken public.documents_documentrecall;
BEGIN
    SELECT * INTO taken FROM public.documents_documentrecall r WHERE r.document_id = document AND r.case_id = ANY (files);
    RETURN QUERY SELECT * FROM access.told_of_recall(taken.id, taken.case_id, taken.capacity_id, taken.about, taken.audience);
END
$$;

GRANT EXECUTE ON FUNCTION
    access.in_quarantine(), access.is_document_of_ours(uuid, uuid, uuid),
    access.is_my_document(uuid, uuid, uuid[], uuid[]), access.ask_who_downloaded(uuid),
    access.is_letter_about(uuid, uuid, uuid[]), access.who_was_asked_about_document(uuid)
TO schakel_app;
