-- What the city's staff keep: every version of every entry, and who did what when. Times are milliseconds UTC.
CREATE TABLE registry_version (
  kind text NOT NULL,
  key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  at bigint NOT NULL,
  staff_id text NOT NULL,
  -- the same command twice is one version
  command_id text NOT NULL UNIQUE,
  -- null: taken back
  body text,
  PRIMARY KEY (kind, key, version)
);
CREATE TABLE city_audit (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  staff_id text NOT NULL,
  act text NOT NULL CHECK (act IN ('signedIn', 'signInFailed', 'signedOut', 'put', 'ended', 'exported')),
  -- which entry and version, or which file
  about text NOT NULL
);
CREATE FUNCTION only_appended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rows of % are only appended', TG_TABLE_NAME; END $$;
CREATE TRIGGER registry_version_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON registry_version FOR EACH STATEMENT EXECUTE FUNCTION only_appended();
CREATE TRIGGER city_audit_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON city_audit FOR EACH STATEMENT EXECUTE FUNCTION only_appended();

-- Wrong tries outlive the process, and count for every process of the hub.
CREATE TABLE staff_tries (
  staff_id text PRIMARY KEY,
  wrong integer NOT NULL CHECK (wrong > 0),
  until bigint NOT NULL
);
-- Monitoring reads days over all halls.
CREATE INDEX day_figures_day ON day_figures (day);
CREATE INDEX trade_figures_day ON trade_figures (day);
CREATE INDEX job_day ON job (day);
