-- Operations follow each other without gaps, but for those that were rolled back in the hall: a range says of thousands what a row each said before.
CREATE TABLE op_range (
  hall_no integer NOT NULL,
  boot bytea NOT NULL CHECK (octet_length(boot) = 8),
  -- both included; ranges of one process start never touch each other
  first bigint NOT NULL CHECK (first >= 0),
  last bigint NOT NULL CHECK (last >= first),
  PRIMARY KEY (hall_no, boot, first)
);
INSERT INTO op_range (hall_no, boot, first, last)
  SELECT hall_no, boot, min(counter), max(counter) FROM (SELECT hall_no, boot, counter, counter - row_number() OVER (PARTITION BY hall_no, boot ORDER BY counter) AS island FROM op_seen) AS numbered GROUP BY hall_no, boot, island;
DROP TABLE op_seen;

-- The archive is found by what is unique over all epochs, and by nothing else.
ALTER TABLE quarantine ADD COLUMN position bigint;
UPDATE quarantine SET position = archive.position FROM archive WHERE (archive.hall_no, archive.epoch, archive.seq) = (quarantine.hall_no, quarantine.epoch, quarantine.seq);
ALTER TABLE quarantine DROP CONSTRAINT quarantine_pkey;
ALTER TABLE quarantine DROP CONSTRAINT quarantine_hall_no_epoch_seq_fkey;
ALTER TABLE quarantine DROP COLUMN epoch, DROP COLUMN seq, DROP COLUMN arrived;
ALTER TABLE archive DROP CONSTRAINT archive_pkey;
DROP INDEX archive_position;
ALTER TABLE archive ADD PRIMARY KEY (hall_no, position);
ALTER TABLE quarantine ADD PRIMARY KEY (hall_no, position), ADD FOREIGN KEY (hall_no, position) REFERENCES archive;

-- Rows of these are written with their hall locked, and a hall is never removed: looking it up again for each row cost more than the row.
ALTER TABLE archive DROP CONSTRAINT archive_hall_no_fkey;
ALTER TABLE visit DROP CONSTRAINT visit_hall_no_fkey;
ALTER TABLE ticket DROP CONSTRAINT ticket_hall_no_fkey;
ALTER TABLE job DROP CONSTRAINT job_hall_no_fkey;
ALTER TABLE public_job DROP CONSTRAINT public_job_hall_no_fkey;
ALTER TABLE day_figures DROP CONSTRAINT day_figures_hall_no_fkey;
ALTER TABLE trade_figures DROP CONSTRAINT trade_figures_hall_no_fkey;
