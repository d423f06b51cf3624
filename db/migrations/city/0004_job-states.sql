-- Jobs are reviewed, closed and expire; one that was never shown is not counted.
ALTER TABLE job DROP CONSTRAINT job_state_check;
ALTER TABLE job ADD CONSTRAINT job_state_check CHECK (state IN ('inReview', 'open', 'filled', 'closed', 'takenDown', 'expired'));
ALTER TABLE job ADD COLUMN shown boolean NOT NULL DEFAULT true;
