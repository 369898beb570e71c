-- Which persons of my cases and referrals are called like this, or were born then? Ids only: their names show when it
-- stands in the log that they were listed. First whom I see, then how they are called: no index over names, so that
-- neither an answer nor how long it takes depends on whom others know. Every word has to fit: it begins a word of the
-- name, or is much like one; accents and capitals do not count, and ij is y.
CREATE OR REPLACE FUNCTION access.plain_words(text) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_remove(regexp_split_to_array(replace(lower(extensions.unaccent($1)), 'ij', 'y'), '[^a-z0-9]+'), '')
$$;
CREATE OR REPLACE FUNCTION access.persons_called(words text[], births text[], at_most integer)
RETURNS TABLE (person_id uuid, file_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sight uuid[] := access.my_sight();
    files uuid[] := access.my_cases() || access.my_referrals();
    wanted text[] := access.plain_words(array_to_string(words, ' '));
BEGIN
    RETURN QUERY
    WITH seen AS MATERIALIZED (
        SELECT p.id, p.file_id, p.birth_date, p.made_at, access.plain_words(concat_ws(
            ' ', p.given_names, p.prefix, p.surname, p.partner_prefix, p.partner_surname)) AS called
        FROM public.people_person p
        WHERE p.id = ANY (sight) AND p.file_id = ANY (files)
    ), weighed AS (
        SELECT s.id, s.file_id, s.made_at,
               (SELECT coalesce(min(fits), 1) FROM (
                    SELECT max(CASE WHEN c = w THEN 1 WHEN starts_with(c, w) THEN 0.9
                                    ELSE extensions.similarity(c, w) END) AS fits
                    FROM unnest(wanted) AS w CROSS JOIN unnest(s.called) AS c GROUP BY w) AS each_word
               ) AS likeness
        FROM seen s
        WHERE cardinality(s.called) > 0 AND (cardinality(births) = 0 OR s.birth_date LIKE ANY (births))
    )
    SELECT w.id, w.file_id FROM weighed w
    WHERE w.likeness >= 0.4 AND cardinality(wanted) + cardinality(births) > 0
    ORDER BY w.likeness DESC, w.made_at DESC, w.id LIMIT least(at_most, 250);
END
$$;
GRANT EXECUTE ON FUNCTION access.persons_called(text[], text[], integer) TO schakel_app;
