-- The number of a person in its sealed form, for one moment and one purpose: whoever opens a case from the referral
-- of this person, in this very transaction, seals it again for the copy in the case. Nobody else reads a number back.
CREATE OR REPLACE FUNCTION access.number_for_copy(person uuid) RETURNS TABLE (sealed bytea, blind bytea)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT n.sealed, n.blind
    FROM public.people_citizennumber n JOIN public.cases_case c ON c.referral_id = n.file_id
    WHERE n.person_id = person
      AND c.id = ANY ((SELECT access.cases_i_found())::uuid[])
      AND n.file_id = ANY ((SELECT access.my_referrals())::uuid[])
    ORDER BY n.made_at DESC LIMIT 1
$$;
-- Whose address is secret in the file that lies open? Then also what was known of it before stays hidden.
CREATE OR REPLACE FUNCTION access.people_in_hiding() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[] := access.opened();  -- first of all, whatever there is to find
BEGIN
    RETURN ARRAY(SELECT id FROM public.people_person
                     WHERE file_id = ANY (files) AND secret_address);
END
$$;

GRANT EXECUTE ON FUNCTION access.number_for_copy(uuid), access.people_in_hiding() TO schakel_app;
