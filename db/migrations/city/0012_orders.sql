-- 线上点单: orders placed outside, and what the halls made of them. Times are milliseconds UTC.
CREATE TABLE online_order (
  order_id text PRIMARY KEY,
  -- whose key placed it
  client text NOT NULL,
  hall_no integer NOT NULL REFERENCES hall,
  -- as the hall is told it, JSON
  word text NOT NULL,
  -- grows with each change and with the withdrawal; the hall has answered up to `answered`
  revision integer NOT NULL CHECK (revision >= 1),
  answered integer NOT NULL DEFAULT 0 CHECK (answered >= 0),
  withdrawing boolean NOT NULL DEFAULT false,
  -- what the hall's journal says of it
  state text NOT NULL DEFAULT 'placed' CHECK (state IN ('placed', 'refused', 'inReview', 'open', 'filled', 'closed', 'takenDown', 'expired', 'withdrawn')),
  job_id text,
  number text,
  headcount integer NOT NULL CHECK (headcount >= 1),
  hired integer NOT NULL DEFAULT 0 CHECK (hired >= 0),
  called integer NOT NULL DEFAULT 0 CHECK (called >= 0),
  -- of the newest answer, when it was a no
  refusal text,
  refusal_field text,
  placed_at bigint NOT NULL,
  told_at bigint,
  ended_at bigint
);
CREATE INDEX online_order_job ON online_order (hall_no, job_id) WHERE job_id IS NOT NULL;
CREATE INDEX online_order_live ON online_order (hall_no) WHERE ended_at IS NULL;
CREATE INDEX online_order_ended ON online_order (ended_at) WHERE ended_at IS NOT NULL;

-- What was answered under an Idempotency-Key, so that the same question gets the same answer.
CREATE TABLE api_answer (
  client text NOT NULL,
  key text NOT NULL,
  request bytea NOT NULL CHECK (octet_length(request) = 32),
  status integer NOT NULL,
  body text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (client, key)
);
CREATE INDEX api_answer_at ON api_answer (at);

-- What anybody may know of a job: its terms without free sentences. JSON.
CREATE TABLE public_job (
  hall_no integer NOT NULL REFERENCES hall,
  job_id text NOT NULL,
  number text NOT NULL,
  terms text NOT NULL,
  start_at bigint NOT NULL,
  posted_at bigint NOT NULL,
  PRIMARY KEY (hall_no, job_id)
);
