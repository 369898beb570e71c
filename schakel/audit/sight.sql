-- Which file lies open before me? Only one that the log already knows about: the entry is committed,
-- mine, and not older than a minute before this transaction. Asking without an open file is an error,
-- not an empty file: "nothing was brought in" must never be a mistake of ours.
CREATE OR REPLACE FUNCTION access.opened() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    file uuid;
BEGIN
    SELECT file_id INTO file FROM public.audit_entry
    WHERE id = nullif(current_setting('schakel.reading', true), '')::uuid
      AND kind = 'opened'
      AND actor_id = (SELECT access.me())
      AND at > now() - interval '1 minute'
      AND file_id = ANY ((SELECT access.my_files())::uuid[]);
    IF file IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'no case file lies open in this transaction';
    END IF;
    RETURN ARRAY[file] || access.opened_with(file);
END
$$;

-- Whose names may I see? Those of the file that lies open, or of the files that a committed entry lists.
CREATE OR REPLACE FUNCTION access.shown() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    files uuid[];
BEGIN
    SELECT coalesce(file_ids, ARRAY[file_id]) INTO files FROM public.audit_entry
    WHERE id = nullif(current_setting('schakel.reading', true), '')::uuid
      AND kind IN ('opened', 'listed')
      AND actor_id = (SELECT access.me())
      AND at > now() - interval '1 minute';
    IF files IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'no entry of the log shows names in this transaction';
    END IF;
    RETURN ARRAY(SELECT unnest(files) INTERSECT SELECT unnest(access.my_files()));
END
$$;

GRANT EXECUTE ON FUNCTION access.opened(), access.shown() TO schakel_app;

CREATE SCHEMA IF NOT EXISTS audit;
GRANT USAGE ON SCHEMA audit TO schakel_log, schakel_app, schakel_worker;

-- The only thing the log role can do. Who and for which words is in the sealed claim; the moment is the
-- database's. The commit is always synchronous (set_config by hand: a SET clause of the function would be
-- undone before the commit).
CREATE OR REPLACE FUNCTION audit.write(claim text, kind text, event text, file_id uuid, file_ids uuid[], purpose text)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part text[] := string_to_array(claim, '.');
    words text := concat_ws('|', kind, event, coalesce(file_id::text, ''), array_to_string(coalesce(file_ids, '{}'), ','), purpose);
    entry uuid := gen_random_uuid();
BEGIN
    IF NOT (access.is_sealed(part) AND part[1] = 'log' AND part[3] = pg_backend_pid()::text
            AND to_timestamp(part[4]::bigint) > clock_timestamp()
            AND part[5] = encode(sha256(convert_to(words, 'UTF8')), 'hex')
            AND kind IN ('opened', 'listed', 'refused', 'door')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'this claim does not fit the entry';
    END IF;
    PERFORM set_config('synchronous_commit', 'on', true);
    INSERT INTO public.audit_entry (id, kind, event, actor_id, organisation_id, function, file_id, file_ids, purpose)
    SELECT entry, kind, event, part[2]::uuid, p.organisation_id, p.function, write.file_id, write.file_ids, purpose
    FROM (SELECT) AS once LEFT JOIN public.network_professional p ON p.id = part[2]::uuid;
    RETURN entry;
END
$$;
GRANT EXECUTE ON FUNCTION audit.write(text, text, text, uuid, uuid[], text) TO schakel_log;

-- Partitions by month, from last month on; the default partition catches a clock that runs wild.
CREATE OR REPLACE FUNCTION audit.make_partitions(ahead integer DEFAULT 3) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    month date;
BEGIN
    FOR month IN SELECT generate_series(date_trunc('month', now() - interval '1 month'), now() + make_interval(months => ahead), interval '1 month') LOOP
        IF to_regclass(format('public.audit_entry_%s', to_char(month, 'YYYYMM'))) IS NULL THEN
            EXECUTE format('CREATE TABLE public.audit_entry_%s PARTITION OF public.audit_entry FOR VALUES FROM (%L) TO (%L)',
                           to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
            EXECUTE format('ALTER TABLE public.audit_entry_%s ENABLE ROW LEVEL SECURITY', to_char(month, 'YYYYMM'));
        END IF;
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION audit.make_partitions(integer) TO schakel_worker;

-- Who was in the file that lies open? Organisation and function for the circle; a name only to the
-- colleague's own organisation. Organisations whose seat I may not know of are left out, and not counted.
-- Who sees some persons only reads not for what others looked, nor at which table about somebody else they sat.
-- People, not clicks: what somebody opened, or saw listed, on one day is one row, with when first and last and how
-- often. Of another organisation its function is who; two colleagues in one function are one row, as they are one word.
-- Whatever is hidden was left out before, so that it does not show in how the rest is put together.
CREATE OR REPLACE FUNCTION audit.readings()
RETURNS TABLE (at timestamptz, first_at timestamptz, times bigint, kind text, purposes text[], organisation_id uuid,
               function text, professional_id uuid, from_at timestamptz, until_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    WITH shown AS (
        SELECT e.id, e.at, e.kind, e.from_at, e.until_at,
               CASE WHEN sees.whole OR e.organisation_id = (SELECT access.my_organisation()) THEN e.purpose ELSE '' END AS purpose,
               coalesce(reader.organisation_id, e.organisation_id) AS organisation_id,
               coalesce(reader.function, e.function) AS function,
               CASE WHEN coalesce(reader.organisation_id, e.organisation_id) = (SELECT access.my_organisation())
                    THEN coalesce(e.reader_id, e.actor_id) END AS professional_id
        FROM public.audit_entry e
        LEFT JOIN public.network_professional reader ON reader.id = e.reader_id
        CROSS JOIN (SELECT access.opened() <@ access.my_sight()) AS sees (whole)
        WHERE (e.file_id = ANY ((SELECT access.opened())::uuid[]) OR e.file_ids && (SELECT access.opened()))
          AND e.kind IN ('opened', 'listed', 'present')
          AND (e.kind <> 'present' OR sees.whole OR e.subject_id = ANY ((SELECT access.conferences_i_see())::uuid[]))
          AND coalesce(reader.organisation_id, e.organisation_id) = ANY ((SELECT access.organisations_i_see())::uuid[])
    )
    SELECT max(at), min(at), count(*), kind, array_agg(purpose ORDER BY at) FILTER (WHERE purpose <> ''), organisation_id,
           function, professional_id, from_at, until_at
    FROM shown
    GROUP BY (at AT TIME ZONE 'Europe/Amsterdam')::date, kind, organisation_id, function, professional_id, from_at, until_at,
             CASE WHEN kind = 'present' THEN id END
    ORDER BY max(at) DESC, kind, organisation_id, function, professional_id
$$;
GRANT EXECUTE ON FUNCTION audit.readings() TO schakel_app;

-- Who opened this file from one moment until another or put it on paper, and who sat at a table where it was shown (also when that was
-- written down afterwards)? For functions alone that ask it of one recall; the application gets no answer of it.
CREATE OR REPLACE FUNCTION audit.who_learnt(file uuid, since timestamptz, until timestamptz)
RETURNS TABLE (professional_id uuid, at timestamptz, conference_id uuid, from_at timestamptz, until_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.actor_id, e.at, NULL::uuid, NULL::timestamptz, NULL::timestamptz FROM public.audit_entry e
    WHERE e.file_id = file AND e.at BETWEEN since AND until
      AND (e.kind = 'opened' OR e.kind = 'act' AND e.event IN ('paper.own_made', 'paper.case_made'))
    UNION ALL
    SELECT e.reader_id, e.at, e.subject_id, e.from_at, e.until_at FROM public.audit_entry e
    WHERE e.file_id = file AND e.kind = 'present' AND e.reader_id IS NOT NULL
      AND e.at >= since - interval '1 day'  -- who came in before it was brought in, and stayed
$$;
