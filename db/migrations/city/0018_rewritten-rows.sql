-- Tickets and jobs are written several times in their first hour. With room on their page, and no index on what changes, a new version of a row costs no new entries in the indexes:
-- the places left were in one, and writing a job came to cost twenty times what writing a ticket costs.
ALTER TABLE ticket SET (fillfactor = 60);
ALTER TABLE job SET (fillfactor = 50);
DROP INDEX job_open;
CREATE INDEX job_open ON job (hall_no, job_id) WHERE state = 'open';
