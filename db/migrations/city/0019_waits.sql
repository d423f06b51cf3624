-- What waiting, filling and the look behind a figure are counted from: when a number was drawn and first called, when a job was first shown and first full, and every hire. Times are milliseconds UTC by the hall's own clock.
ALTER TABLE ticket ADD COLUMN number text NOT NULL DEFAULT '', ADD COLUMN issued_at bigint, ADD COLUMN called_at bigint;
-- Of the first number of the visit.
ALTER TABLE visit ADD COLUMN number text NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN number text NOT NULL DEFAULT '', ADD COLUMN headcount integer NOT NULL DEFAULT 0, ADD COLUMN shown_at bigint, ADD COLUMN filled_at bigint;
CREATE TABLE hire (
  hall_no integer NOT NULL,
  hire_id text NOT NULL,
  day date NOT NULL,
  number text NOT NULL,
  job_id text NOT NULL,
  -- of the job; null when its posting is in quarantine
  trade text,
  at bigint NOT NULL,
  -- taken back by staff, or the worker was not at the van: counted no longer
  undone boolean NOT NULL DEFAULT false,
  PRIMARY KEY (hall_no, hire_id)
);
-- How many numbers for work waited so many whole minutes for their first call: medians of a year without reading its tickets.
CREATE TABLE wait_figures (
  hall_no integer NOT NULL,
  day date NOT NULL,
  minutes integer NOT NULL CHECK (minutes >= 0),
  tickets integer NOT NULL CHECK (tickets >= 0),
  PRIMARY KEY (hall_no, day, minutes)
);
CREATE INDEX wait_figures_day ON wait_figures (day);

-- What the journals have told already. Measured once, over a year of 200 halls (876,000 rows of the archive, 146,000 tickets, 292,000 jobs), PostgreSQL 15 on two cores that others used, too: 16 s in one transaction, and halls wait meanwhile.
UPDATE ticket AS t SET number = a.body::json ->> 'number', issued_at = coalesce((a.body::json ->> 'arrival')::bigint, a.clock) FROM archive AS a WHERE a.hall_no = t.hall_no AND a.kind = 'ticketIssued' AND NOT a.escaped AND a.body::json ->> 'ticketId' = t.ticket_id;
UPDATE ticket AS t SET called_at = c.at FROM (SELECT hall_no, body::json ->> 'ticketId' AS ticket_id, min(coalesce((body::json ->> 'judgedAt')::bigint, clock)) AS at FROM archive WHERE kind = 'ticketCalled' AND NOT escaped GROUP BY 1, 2) AS c WHERE c.hall_no = t.hall_no AND c.ticket_id = t.ticket_id;
UPDATE visit AS v SET number = a.number FROM (SELECT DISTINCT ON (hall_no, body::json ->> 'visitId') hall_no, body::json ->> 'visitId' AS visit_id, body::json ->> 'number' AS number FROM archive WHERE kind = 'ticketIssued' AND NOT escaped ORDER BY hall_no, body::json ->> 'visitId', position) AS a WHERE a.hall_no = v.hall_no AND a.visit_id = v.visit_id;
UPDATE job AS j SET number = a.body::json ->> 'number', headcount = (a.body::json -> 'terms' ->> 'headcount')::integer, shown_at = CASE WHEN j.shown THEN a.clock END FROM archive AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND a.kind = 'jobPosted' AND NOT a.escaped;
UPDATE job AS j SET headcount = a.headcount FROM (SELECT DISTINCT ON (hall_no, key) hall_no, key, (body::json -> 'terms' ->> 'headcount')::integer AS headcount FROM archive WHERE kind = 'jobChanged' AND NOT escaped ORDER BY hall_no, key, position DESC) AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id;
UPDATE job AS j SET shown_at = a.clock FROM (SELECT hall_no, key, min(clock) AS clock FROM archive WHERE kind = 'jobReviewed' AND NOT escaped AND body::json ->> 'outcome' = 'approve' GROUP BY hall_no, key) AS a, archive AS p
  WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND p.hall_no = j.hall_no AND p.key = j.job_id AND p.kind = 'jobPosted' AND p.body::json ->> 'state' = 'inReview';
UPDATE job AS j SET filled_at = a.clock FROM (SELECT hall_no, key, min(clock) AS clock FROM archive WHERE kind = 'jobFilled' GROUP BY hall_no, key) AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id;
INSERT INTO hire (hall_no, hire_id, day, number, job_id, trade, at)
  SELECT a.hall_no, a.body::json ->> 'hireId', (a.body::json ->> 'businessDay')::date, a.body::json ->> 'number', a.body::json ->> 'jobId', j.trade, a.clock FROM archive AS a LEFT JOIN job AS j ON j.hall_no = a.hall_no AND j.job_id = a.body::json ->> 'jobId'
  WHERE a.kind = 'hireConfirmed' AND NOT a.escaped AND NOT EXISTS (SELECT 1 FROM quarantine AS q WHERE q.hall_no = a.hall_no AND q.position = a.position) ON CONFLICT DO NOTHING;
UPDATE hire AS h SET undone = true FROM archive AS a WHERE a.kind IN ('hireUndone', 'hireReleased') AND NOT a.escaped AND a.hall_no = h.hall_no AND a.body::json ->> 'hireId' = h.hire_id;
INSERT INTO wait_figures (hall_no, day, minutes, tickets)
  SELECT hall_no, day, greatest(0, (called_at - issued_at) / 60000)::integer, count(*)::integer FROM ticket WHERE for_work AND called_at IS NOT NULL AND issued_at IS NOT NULL GROUP BY 1, 2, 3;

-- Rows come in the order of their days, so a few bytes a block find those of a day: nothing to keep for each row.
CREATE INDEX ticket_day ON ticket USING brin (day) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX visit_day ON visit USING brin (day) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX hire_day ON hire USING brin (day) WITH (pages_per_range = 16, autosummarize = on);
