-- The pool of the city: places that halls cannot fill themselves, and who was referred to them from where. Times are milliseconds UTC.
CREATE TABLE pool_job (
  hall_no integer NOT NULL REFERENCES hall,
  job_id text NOT NULL,
  -- what the hall said last, less what was confirmed since
  places integer NOT NULL CHECK (places >= 0),
  PRIMARY KEY (hall_no, job_id)
);

CREATE TABLE referral (
  referral_id text PRIMARY KEY,
  worker_hall integer NOT NULL REFERENCES hall,
  ticket_id text NOT NULL,
  job_hall integer NOT NULL REFERENCES hall,
  job_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'confirmed', 'declined', 'expired', 'placeTaken')),
  offered_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  settled_at bigint,
  held_until bigint,
  -- what each side is told of the offer, as JSON
  for_worker text NOT NULL,
  for_job text NOT NULL,
  -- the state as it is now has been recorded there
  worker_told boolean NOT NULL DEFAULT false,
  job_told boolean NOT NULL DEFAULT false,
  CHECK (worker_hall <> job_hall),
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((state = 'confirmed') <= (held_until IS NOT NULL))
);
-- One referral a person at a time, whatever two confirmations at once may want.
CREATE UNIQUE INDEX referral_live_worker ON referral (worker_hall, ticket_id) WHERE state IN ('open', 'confirmed');
CREATE INDEX referral_live_job ON referral (job_hall, job_id) WHERE state IN ('open', 'confirmed');
CREATE INDEX referral_open ON referral (expires_at) WHERE state = 'open';
CREATE INDEX referral_untold_worker ON referral (worker_hall) WHERE NOT worker_told;
CREATE INDEX referral_untold_job ON referral (job_hall) WHERE NOT job_told;
CREATE INDEX referral_offered ON referral (offered_at);
