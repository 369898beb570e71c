-- Which questions for advice do I answer? Those put to a house where I direct, support or do the triage; not my own.
CREATE OR REPLACE FUNCTION access.consultations_i_answer() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.consultations_consultation
    WHERE house_id = ANY (access.my_houses_as(ARRAY['process_director', 'support', 'triage']))
      AND author_id <> (SELECT access.me())
$$;

-- And which did I ask?
CREATE OR REPLACE FUNCTION access.consultations_i_asked() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM public.consultations_consultation WHERE author_id = (SELECT access.me())
$$;

-- Each is a small file of its own: for who asked, and for who may answer.
CREATE OR REPLACE FUNCTION access.my_consultations() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT access.consultations_i_asked() || access.consultations_i_answer()
$$;

-- Whoever is put in touch is somebody of an organisation that takes part in the house which was asked.
CREATE OR REPLACE FUNCTION access.may_be_met(organisation uuid, colleague uuid, consultation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.consultations_consultation c
                   WHERE c.id = consultation AND c.id = ANY (access.consultations_i_answer())
                     AND access.takes_part(organisation, c.house_id)
                     AND (colleague IS NULL OR access.works_at(colleague, organisation)))
$$;

GRANT EXECUTE ON FUNCTION
    access.consultations_i_answer(), access.consultations_i_asked(), access.my_consultations(),
    access.may_be_met(uuid, uuid, uuid)
TO schakel_app;
