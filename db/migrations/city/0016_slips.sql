-- The pages of slips: who holds the paper holds the token, the city its hash. Times are milliseconds UTC.
CREATE TABLE slip_page (
  digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
  hall_no integer NOT NULL REFERENCES hall,
  side text NOT NULL CHECK (side IN ('employer', 'worker')),
  -- the worker's hire, the employer's job
  about text NOT NULL,
  opened_at bigint NOT NULL,
  UNIQUE (hall_no, about)
);
CREATE INDEX slip_page_opened ON slip_page (opened_at);
-- Hires that have a page, as the halls' journals tell them; no name, but a surname in a box that the employer's paper opens.
CREATE TABLE slip_hire (
  hall_no integer NOT NULL REFERENCES hall,
  hire_id text NOT NULL,
  job_id text NOT NULL,
  worker_id text NOT NULL,
  number text NOT NULL,
  queue_number text,
  surname text,
  amount_fen integer NOT NULL,
  unit text NOT NULL,
  settlement text NOT NULL,
  starts_at bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('agreed', 'arrived', 'done', 'paid', 'unpaid', 'undone', 'released')),
  said_paid text CHECK (said_paid IN ('yes', 'no', 'notYet')),
  dispute_id text,
  dispute_number text,
  dispute_open boolean NOT NULL DEFAULT false,
  PRIMARY KEY (hall_no, hire_id)
);
CREATE INDEX slip_hire_job ON slip_hire (hall_no, job_id);
CREATE INDEX slip_hire_dispute ON slip_hire (hall_no, dispute_id) WHERE dispute_id IS NOT NULL;
CREATE INDEX slip_hire_worker ON slip_hire (hall_no, worker_id);
-- What was marked: passed on to the hall, and what it made of it.
CREATE TABLE slip_mark (
  mark_id text PRIMARY KEY,
  hall_no integer NOT NULL REFERENCES hall,
  hire_id text NOT NULL,
  side text NOT NULL CHECK (side IN ('employer', 'worker')),
  word text NOT NULL CHECK (word IN ('arrived', 'done', 'paid', 'unpaid')),
  at bigint NOT NULL,
  state text NOT NULL DEFAULT 'sent' CHECK (state IN ('sent', 'taken', 'known', 'refused')),
  refusal text
);
CREATE INDEX slip_mark_hire ON slip_mark (hall_no, hire_id);
CREATE INDEX slip_mark_at ON slip_mark (at);
