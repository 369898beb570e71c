-- The database roles of Schakel. Safe to run again. For a real installation, as a superuser:
--
--     createdb schakel && psql -d schakel -f schakel/config/roles.sql
--
-- and then give each role its way in: ALTER ROLE schakel_app PASSWORD '…', a certificate, or a line in pg_hba.conf.
-- The owner migrates. The others are what the programs are at run time: they own nothing, belong to nothing,
-- and no row policy is silent for them. Deliberately absent: SUPERUSER, BYPASSRLS, CREATEROLE, REPLICATION.
DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['schakel_owner', 'schakel_app', 'schakel_door', 'schakel_log',
                                     'schakel_worker', 'schakel_auditor', 'schakel_insight'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I', role_name);
        END IF;
        EXECUTE format('ALTER ROLE %I LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION', role_name);
    END LOOP;
    -- NOINHERIT: the owner gains no right by this, but may step down (SET ROLE) in tests and in the demonstration.
    GRANT schakel_app, schakel_door, schakel_log, schakel_worker, schakel_auditor, schakel_insight TO schakel_owner;

    EXECUTE format('ALTER DATABASE %I OWNER TO schakel_owner', current_database());
    -- A temporary table could stand in front of a real one.
    EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
END $$;
