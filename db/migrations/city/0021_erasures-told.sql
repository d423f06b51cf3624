-- Erasures as the city's staff work with them: from which hall somebody asked (null: at the city), and for each hall when it did it, by its own clock, and how many records went. Times are milliseconds UTC; null: of before this was kept.
ALTER TABLE erasure ADD COLUMN asked_hall integer REFERENCES hall;
-- The same command of the desk twice is one erasure.
ALTER TABLE erasure ADD COLUMN command_id text UNIQUE;
ALTER TABLE erasure_ack ADD COLUMN done_at bigint, ADD COLUMN records integer CHECK (records >= 0);
UPDATE erasure AS e SET asked_hall = h.hall_no FROM hall AS h WHERE e.asked_by LIKE '%/%' AND h.hall_id = split_part(e.asked_by, '/', 1);
CREATE INDEX erasure_asked ON erasure (at, erasure_id);

ALTER TABLE city_audit DROP CONSTRAINT city_audit_act_check;
ALTER TABLE city_audit ADD CONSTRAINT city_audit_act_check CHECK (act IN ('signedIn', 'signInFailed', 'signedOut', 'put', 'ended', 'exported', 'erasureAsked'));
