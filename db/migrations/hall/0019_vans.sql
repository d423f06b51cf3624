-- When the van of a posting leaves, for those that have one: the board tells the vans of the next hours out of an index, however many postings the day has filled.
ALTER TABLE job ADD COLUMN van_at INTEGER GENERATED ALWAYS AS (CASE WHEN json_extract(terms, '$.bay') IS NOT NULL THEN coalesce(json_extract(terms, '$.leaveBy'), json_extract(terms, '$.startAt')) END) VIRTUAL;
CREATE INDEX job_van ON job (van_at) WHERE state = 'filled' AND van_at IS NOT NULL;
