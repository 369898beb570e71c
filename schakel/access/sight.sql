-- PostgreSQL gives PUBLIC two things it should not have: every new function, and temporary tables
-- (a temporary audit_entry would hide the real one from every later request on the connection).
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database()); END $$;

CREATE SCHEMA IF NOT EXISTS access;
GRANT USAGE ON SCHEMA access TO schakel_app, schakel_worker;

-- The keys that may seal a claim (more than one while rotating); no grants to anybody.
CREATE TABLE IF NOT EXISTS access.seal (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);

-- HMAC-SHA256 with nothing but core functions: is this claim sealed by a key of ours?
CREATE OR REPLACE FUNCTION access.is_sealed(claim text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM access.seal
        WHERE claim[cardinality(claim)] = encode(sha256(outer_pad || sha256(inner_pad ||
              convert_to(array_to_string(claim[1:cardinality(claim) - 1], '.'), 'UTF8'))), 'hex'))
$$;

-- Who am I? Whoever the application sealed for this very connection and this very transaction; nobody otherwise.
CREATE OR REPLACE FUNCTION access.me() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
    SELECT claim[2]::uuid FROM string_to_array(current_setting('schakel.identity', true), '.') AS claim
    WHERE claim[1] = 'me'
      AND claim[3] = pg_backend_pid()::text
      AND claim[4] = (extract(epoch FROM now()) * 1000000)::bigint::text
      AND access.is_sealed(claim)
$$;

-- Which day is it here? Periods are in days of the Netherlands; the server's clock may stand elsewhere.
CREATE OR REPLACE FUNCTION access.today() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date
$$;

-- A number that says nothing and cannot be guessed: eight of 32 signs, from the server's own random source.
CREATE OR REPLACE FUNCTION access.new_number() RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    chance bytea := uuid_send(gen_random_uuid());
    number text := '';
BEGIN
    FOR place IN 0..7 LOOP
        number := number || substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', get_byte(chance, CASE WHEN place < 6 THEN place ELSE place + 4 END) % 32 + 1, 1)
                         || CASE WHEN place = 3 THEN '-' ELSE '' END;
    END LOOP;
    RETURN number;
END
$$;
GRANT EXECUTE ON FUNCTION access.new_number() TO schakel_app;

-- A moment that a row gets later is the clock of the database, and once it is there it stays.
CREATE OR REPLACE FUNCTION access.stamp() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before jsonb := to_jsonb(OLD);
    after jsonb := to_jsonb(NEW);
    moment text;
BEGIN
    FOREACH moment IN ARRAY TG_ARGV LOOP
        IF after -> moment IS DISTINCT FROM before -> moment THEN
            NEW := jsonb_populate_record(NEW, jsonb_build_object(
                moment, CASE WHEN before ->> moment IS NULL THEN to_jsonb(clock_timestamp()) ELSE before -> moment END));
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

GRANT EXECUTE ON FUNCTION access.me() TO schakel_app, schakel_worker;
GRANT EXECUTE ON FUNCTION access.today() TO schakel_app;
