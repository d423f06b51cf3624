-- What comes after a row that waits, about the same thing, waits behind it: an ending is not applied to something whose beginning was not. A row of a newer hall waits for a newer hub.
ALTER TABLE quarantine DROP CONSTRAINT quarantine_reason_check;
ALTER TABLE quarantine ADD CONSTRAINT quarantine_reason_check CHECK (reason IN ('unknownTable', 'notJson', 'notAFact', 'wrongKind', 'notApplied', 'behind', 'newerVersion'));
-- Few rows wait and every row is archived: the key is kept with those that wait, and the archive needs no index for it.
ALTER TABLE quarantine ADD COLUMN key text NOT NULL DEFAULT '';
UPDATE quarantine SET key = archive.key FROM archive WHERE (archive.hall_no, archive.epoch, archive.seq) = (quarantine.hall_no, quarantine.epoch, quarantine.seq);
ALTER TABLE quarantine ALTER COLUMN key DROP DEFAULT;
CREATE INDEX quarantine_key ON quarantine (hall_no, key);
-- In which order they came, over all epochs.
ALTER TABLE quarantine ADD COLUMN arrived bigint GENERATED ALWAYS AS IDENTITY;
