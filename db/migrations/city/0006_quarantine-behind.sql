-- What comes after a row that waits, about the same thing, waits behind it: an ending is not applied to something whose beginning was not. A row of a newer hall waits for a newer hub.
ALTER TABLE quarantine DROP CONSTRAINT quarantine_reason_check;
ALTER TABLE quarantine ADD CONSTRAINT quarantine_reason_check CHECK (reason IN ('unknownTable', 'notJson', 'notAFact', 'wrongKind', 'notApplied', 'behind', 'newerVersion'));
CREATE INDEX archive_key ON archive (hall_no, key);
-- In which order they came, over all epochs.
ALTER TABLE quarantine ADD COLUMN arrived bigint GENERATED ALWAYS AS IDENTITY;
