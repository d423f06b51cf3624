-- 线上点单: the order a job came from; one order is one job, however often the line tells it.
ALTER TABLE job ADD COLUMN online_order TEXT;
CREATE UNIQUE INDEX job_of_order ON job (online_order) WHERE online_order IS NOT NULL;
