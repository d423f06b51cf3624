-- Work in other halls of the city: who of here is offered a place there, and for whom of there a place is held here.
CREATE TABLE referral (
  referral_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  side TEXT NOT NULL CHECK (side IN ('worker', 'job')),
  ticket_id TEXT REFERENCES ticket,
  job_id TEXT REFERENCES job,
  hall_id TEXT NOT NULL,
  hall_name TEXT NOT NULL,
  km REAL,
  -- of the job there, or of the person there
  their_number TEXT NOT NULL,
  -- what is told of the job there
  job_there TEXT CHECK (json_valid(job_there)),
  fit TEXT NOT NULL CHECK (json_valid(fit)),
  last_moment INTEGER,
  state TEXT NOT NULL CHECK (state IN ('offered', 'confirmed', 'went', 'declined', 'expired', 'placeTaken')),
  offered_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  settled_at INTEGER,
  held_until INTEGER,
  -- the number of here that the expected person took
  met_ticket_id TEXT REFERENCES ticket,
  CHECK ((side = 'worker') = (ticket_id IS NOT NULL)),
  CHECK ((side = 'job') = (job_id IS NOT NULL)),
  CHECK ((state = 'confirmed') <= (held_until IS NOT NULL)),
  CHECK (met_ticket_id IS NULL OR side = 'job')
) STRICT, WITHOUT ROWID;
-- One offer a number at a time.
CREATE UNIQUE INDEX referral_live_ticket ON referral (ticket_id) WHERE side = 'worker' AND state IN ('offered', 'confirmed');
CREATE INDEX referral_of_ticket ON referral (ticket_id, offered_at);
CREATE INDEX referral_of_job ON referral (job_id, offered_at);
CREATE INDEX referral_held ON referral (job_id, held_until) WHERE side = 'job' AND state = 'confirmed';
CREATE INDEX referral_live ON referral (state) WHERE state IN ('offered', 'confirmed');
CREATE UNIQUE INDEX referral_met ON referral (met_ticket_id);
CREATE INDEX referral_settled ON referral (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX referral_of_day ON referral (day, offered_at);
