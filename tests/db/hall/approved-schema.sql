CREATE INDEX appeal_open ON appeal (at) WHERE decided_at IS NULL;
CREATE INDEX appointment_in_slot ON appointment (day, service, slot_at);
CREATE INDEX appointment_of_worker ON appointment (worker_id, day) WHERE state = 'booked';
CREATE INDEX call_first ON call (day, queue, at) WHERE first = 1;
CREATE INDEX call_newest ON call (day, last_at);
CREATE INDEX call_of_job ON call (job_id, at) WHERE job_id IS NOT NULL;
CREATE INDEX call_of_ticket ON call (ticket_id, at);
CREATE INDEX call_open ON call (place_kind, place_id) WHERE state = 'open';
CREATE INDEX call_open_for_job ON call (job_id) WHERE state = 'open';
CREATE INDEX call_parted ON call (job_id, ticket_id) WHERE state = 'noAgreement';
CREATE INDEX consent_of_worker ON consent (worker_id);
CREATE INDEX consent_over ON consent (ended_at) WHERE ended_at IS NOT NULL;
CREATE UNIQUE INDEX consent_stands ON consent (worker_id, purpose) WHERE ended_at IS NULL;
CREATE INDEX contractor_crew_of ON contractor_crew (employer_id);
CREATE INDEX contractor_crew_of_worker ON contractor_crew_member (worker_id);
CREATE INDEX crew_by_day ON crew (day) WHERE dissolved_at IS NULL;
CREATE INDEX crew_member_of_visit ON crew_member (visit_id);
CREATE UNIQUE INDEX crew_member_stands ON crew_member (visit_id) WHERE left_at IS NULL;
CREATE INDEX device_trouble_at ON device_trouble (from_at);
CREATE INDEX dispute_by_day ON dispute (day);
CREATE INDEX dispute_by_employer ON dispute (employer_id, opened_at);
CREATE INDEX dispute_by_hire ON dispute (hire_id) WHERE state <> 'closed';
CREATE INDEX dispute_of_hire ON dispute (hire_id, opened_at) WHERE hire_id IS NOT NULL;
CREATE INDEX dispute_of_job ON dispute (job_id);
CREATE INDEX dispute_of_ticket ON dispute (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX dispute_of_worker ON dispute (worker_id, opened_at) WHERE worker_id IS NOT NULL;
CREATE INDEX dispute_open ON dispute (mediate_by) WHERE state <> 'closed';
CREATE INDEX draw_by_job ON draw (job_id, opened_at);
CREATE INDEX employer_by_city ON employer (city_standing, registered_at) WHERE city_standing IS NOT NULL;
CREATE INDEX employer_by_standing ON employer (standing, registered_at) WHERE standing <> 'normal';
CREATE INDEX employer_decision_of ON employer_decision (employer_id, at);
CREATE INDEX employer_newest ON employer (registered_at);
CREATE INDEX erasure_by_day ON erasure (day);
CREATE INDEX erasure_by_receipt ON erasure (receipt);
CREATE INDEX fair_live ON fair (until_at) WHERE ended_at IS NULL;
CREATE INDEX fair_newest ON fair (from_at);
CREATE INDEX help_case_of_worker ON help_case (worker_id);
CREATE INDEX help_case_open ON help_case (opened_at) WHERE closed_at IS NULL;
CREATE INDEX help_case_over ON help_case (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX help_visit_of_case ON help_visit (case_id, on_day);
CREATE INDEX hire_by_call ON hire (call_id);
CREATE INDEX hire_by_crew ON hire (crew_id) WHERE crew_id IS NOT NULL;
CREATE INDEX hire_by_employer ON hire (employer_id, paid_at);
CREATE INDEX hire_by_job ON hire (job_id, day, serial);
CREATE INDEX hire_by_visit ON hire (visit_id);
CREATE INDEX hire_by_worker ON hire (worker_id, ends_at);
CREATE INDEX hire_live ON hire (day) WHERE state NOT IN ('undone', 'released');
CREATE INDEX hire_live_of_employer ON hire (employer_id, at) WHERE state NOT IN ('undone', 'released');
CREATE UNIQUE INDEX hire_once ON hire (job_id, worker_id) WHERE state NOT IN ('undone', 'released');
CREATE INDEX hire_unsettled ON hire (settle_by) WHERE state IN ('agreed', 'arrived', 'done', 'unpaid');
CREATE INDEX job_application_of_job ON job_application (job_id);
CREATE INDEX job_by_day_trade ON job (day, trade, serial);
CREATE INDEX job_by_employer ON job (employer_id, posted_at);
CREATE INDEX job_by_real_employer ON job (real_employer_id, posted_at) WHERE real_employer_id IS NOT NULL;
CREATE INDEX job_decision_of ON job_decision (job_id, at);
CREATE INDEX job_filled ON job (filled_at) WHERE state = 'filled';
CREATE INDEX job_in_review ON job (posted_at) WHERE state = 'inReview';
CREATE INDEX job_of_employer_by_day ON job (employer_id, day, serial);
CREATE INDEX job_of_employer_by_state ON job (employer_id, state);
CREATE UNIQUE INDEX job_of_order ON job (online_order) WHERE online_order IS NOT NULL;
CREATE INDEX job_of_real_employer_by_state ON job (real_employer_id, state) WHERE real_employer_id IS NOT NULL;
CREATE INDEX job_open ON job (valid_until) WHERE state = 'open';
CREATE INDEX job_open_of_trade ON job (trade, posted_at) WHERE state = 'open';
CREATE INDEX job_overdue ON job (valid_until) WHERE state IN ('inReview', 'open');
CREATE INDEX job_shown ON job (day, headcount) WHERE shown_at IS NOT NULL;
CREATE INDEX job_to_check ON job (posted_at) WHERE check_after = 1;
CREATE INDEX job_van ON job (van_at) WHERE state = 'filled' AND van_at IS NOT NULL;
CREATE UNIQUE INDEX journal_op ON journal (boot, counter);
CREATE INDEX journal_share ON journal (key) WHERE table_name = 'share';
CREATE INDEX lease_of_day ON lease (day, service, last);
CREATE INDEX leased_holder_number ON leased_holder (number_index);
CREATE INDEX lot_of_ticket ON lot (ticket_id);
CREATE INDEX mediation_by_dispute ON mediation (dispute_id, at);
CREATE INDEX merge_proposal_open ON merge_proposal (at) WHERE state = 'open';
CREATE UNIQUE INDEX merge_stands ON merge (from_worker) WHERE undone_at IS NULL;
CREATE INDEX merge_stands_into ON merge (into_worker) WHERE undone_at IS NULL;
CREATE INDEX named_request_of_job ON named_request (job_id);
CREATE INDEX note_about ON note (about_id, at);
CREATE INDEX note_over ON note (at);
CREATE INDEX notice_live ON notice (coalesce(until_at, 9e15)) WHERE ended_at IS NULL;
CREATE INDEX notice_newest ON notice (put_at);
CREATE INDEX offer_by_call ON offer (call_id, at);
CREATE INDEX opinion_by_day ON opinion (day);
CREATE INDEX opinion_text_over ON opinion (at) WHERE text_sealed IS NOT NULL;
CREATE INDEX print_job_in_trouble ON print_job (at) WHERE state IN ('queued', 'unknown', 'failed');
CREATE INDEX print_job_unfinished ON print_job (printer, at) WHERE state IN ('queued', 'sending');
CREATE INDEX profile_past_over ON profile_past (until_at);
CREATE INDEX quote_of_job ON quote (job_id, state, at);
CREATE UNIQUE INDEX quote_that_counts ON quote (job_id, worker_id) WHERE state <> 'replaced';
CREATE INDEX read_back_conflict_at ON read_back_conflict (at);
CREATE INDEX referral_held ON referral (job_id, held_until) WHERE side = 'job' AND state = 'confirmed';
CREATE INDEX referral_live ON referral (state) WHERE state IN ('offered', 'confirmed');
CREATE UNIQUE INDEX referral_live_ticket ON referral (ticket_id) WHERE side = 'worker' AND state IN ('offered', 'confirmed');
CREATE UNIQUE INDEX referral_met ON referral (met_ticket_id);
CREATE INDEX referral_of_day ON referral (day, offered_at);
CREATE INDEX referral_of_job ON referral (job_id, offered_at);
CREATE INDEX referral_of_ticket ON referral (ticket_id, offered_at);
CREATE INDEX referral_settled ON referral (settled_at) WHERE settled_at IS NOT NULL;
CREATE UNIQUE INDEX representative_by_id ON representative (representative_id);
CREATE INDEX representative_of ON representative (employer_id);
CREATE INDEX restate_of_ticket ON restate (ticket_id, at);
CREATE INDEX right_receipt_by_day ON right_receipt (day, receipt);
CREATE INDEX right_receipt_over ON right_receipt (at);
CREATE UNIQUE INDEX shift_at_place ON shift (place_kind, place_id) WHERE ended_at IS NULL;
CREATE INDEX shift_by_day ON shift (day);
CREATE UNIQUE INDEX shift_of_staff ON shift (staff_id) WHERE ended_at IS NULL;
CREATE INDEX shift_over ON shift (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX slip_mark_over ON slip_mark (at);
CREATE INDEX slip_page_over ON slip_page (at);
CREATE INDEX standing_points_of ON standing_points (side, who, at);
CREATE INDEX standing_points_of_call ON standing_points (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX table_session_of_day ON table_session (day, opened_at);
CREATE INDEX table_session_of_job ON table_session (job_id, opened_at);
CREATE UNIQUE INDEX table_session_open ON table_session (table_id) WHERE ended_at IS NULL;
CREATE INDEX ticket_arrival ON ticket (day, arrival);
CREATE INDEX ticket_by_number ON ticket (day, number);
CREATE INDEX ticket_by_visit ON ticket (visit_id, place_in_day);
CREATE INDEX ticket_held ON ticket (hold, priority, rank, back, place_in_day) WHERE state = 'waiting' AND hold <> '';
CREATE INDEX ticket_in_queue ON ticket (day, queue, rank, back, place_in_day) WHERE state = 'waiting';
CREATE INDEX ticket_note_of ON ticket_note (ticket_id, at);
CREATE INDEX ticket_note_over ON ticket_note (at);
CREATE INDEX ticket_of_lease ON ticket (lease_id, arrival) WHERE lease_id IS NOT NULL;
CREATE INDEX ticket_oldest ON ticket (day, queue, place_in_day) WHERE state = 'waiting' AND hold = '';
CREATE INDEX ticket_parked ON ticket (day, hold) WHERE state = 'parked';
CREATE INDEX ticket_waiting ON ticket (day, queue, priority, rank, back, place_in_day) WHERE state = 'waiting' AND hold = '';
CREATE INDEX training_wish_by_trade ON training_wish (trade);
CREATE INDEX training_wish_over ON training_wish (at);
CREATE INDEX visit_by_day ON visit (day);
CREATE INDEX worker_by_age ON worker (registered_at) WHERE erased_at IS NULL AND merged_into IS NULL;
CREATE INDEX worker_by_name ON worker (name_index) WHERE name_index IS NOT NULL;
CREATE INDEX worker_by_person ON worker (person_index) WHERE person_index IS NOT NULL;
CREATE INDEX worker_by_phone ON worker (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX worker_merged ON worker (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE account (
  staff_id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'host', 'boardOperator', 'supervisor', 'admin', 'auditor')),
  name_sealed BLOB, pin_sealed BLOB, card_sealed BLOB,
  one_time INTEGER NOT NULL CHECK (one_time IN (0, 1)),
  opened_at INTEGER NOT NULL, closed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE answer (
  command_id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  first_seq INTEGER,
  last_seq INTEGER,
  kept TEXT
, at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE TABLE appeal (
  appeal_id TEXT PRIMARY KEY, points_id TEXT NOT NULL UNIQUE REFERENCES standing_points, statement_sealed BLOB, by TEXT NOT NULL, at INTEGER NOT NULL,
  upheld INTEGER CHECK (upheld IN (0, 1)), decided_by TEXT, decided_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE appointment (
  appointment_id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  code TEXT NOT NULL,
  service TEXT NOT NULL,
  slot_at INTEGER NOT NULL,
  worker_id TEXT REFERENCES worker,
  state TEXT NOT NULL CHECK (state IN ('booked', 'used', 'cancelled')),
  at INTEGER NOT NULL,
  UNIQUE (day, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at INTEGER NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  who TEXT NOT NULL CHECK (length(who) BETWEEN 1 AND 64),
  role TEXT NOT NULL CHECK (length(role) > 0),
  device TEXT CHECK (length(device) BETWEEN 1 AND 64),
  act TEXT NOT NULL CHECK (length(act) > 0),
  command_id TEXT CHECK (length(command_id) BETWEEN 1 AND 64),
  name TEXT CHECK (length(name) > 0),
  subject TEXT CHECK (length(subject) BETWEEN 1 AND 64),
  outcome TEXT NOT NULL CHECK (length(outcome) > 0),
  times INTEGER NOT NULL CHECK (times > 0),
  journal INTEGER CHECK (journal > 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE audit_base (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  at INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  epoch TEXT NOT NULL
) STRICT;
CREATE TABLE board (
  board_id TEXT PRIMARY KEY,
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  published_at INTEGER NOT NULL,
  by_staff TEXT NOT NULL,
  scene TEXT, scene_at INTEGER,
  CHECK ((scene IS NULL) = (scene_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE business_day (day TEXT PRIMARY KEY, opened_at INTEGER NOT NULL, closed_at INTEGER, closed_by TEXT, reopened_at INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE "call" (
  call_id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket,
  day TEXT NOT NULL REFERENCES business_day,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('window', 'table')),
  place_id TEXT NOT NULL,
  job_id TEXT REFERENCES job,
  times INTEGER NOT NULL,
  -- requeued, parked: over without an end of its own; closed: with its ticket or the day
  state TEXT NOT NULL CHECK (state IN ('open', 'served', 'noAgreement', 'hired', 'jobGone', 'missed', 'requeued', 'parked', 'closed')),
  at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  -- the service it was for, and whether it was the first call of its ticket
  queue TEXT NOT NULL,
  first INTEGER NOT NULL CHECK (first IN (0, 1)),
  result TEXT,
  step TEXT NOT NULL
, begun_at INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE city_key_taken (one INTEGER PRIMARY KEY CHECK (one = 1), key_id TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE city_row (
  feed TEXT NOT NULL,
  generation INTEGER NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  v INTEGER NOT NULL,
  at INTEGER NOT NULL,
  body ANY NOT NULL,
  PRIMARY KEY (feed, generation, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE "consent" (
  consent_id INTEGER PRIMARY KEY,
  worker_id TEXT NOT NULL REFERENCES worker,
  purpose TEXT NOT NULL,
  text_version TEXT NOT NULL,
  at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_how TEXT CHECK (ended_how IN ('withdrawn', 'replaced')),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL))
) STRICT;
CREATE TABLE contractor_crew (
  crew_id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer,
  trade TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size BETWEEN 2 AND 60),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE contractor_crew_member (
  crew_id TEXT NOT NULL REFERENCES contractor_crew ON DELETE CASCADE, worker_id TEXT NOT NULL REFERENCES worker,
  PRIMARY KEY (crew_id, worker_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE counted (
  measure TEXT NOT NULL,
  seq INTEGER NOT NULL,
  -- 1; −1 takes one back; 0 corrects an amount
  times INTEGER NOT NULL CHECK (times BETWEEN -1 AND 1),
  amount INTEGER NOT NULL,
  day TEXT NOT NULL,
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  -- 0: counts for its parts only, because the whole was counted by another row
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  -- what it counts for besides day and hour: JSON array of [slice, key], such as ["trade", "0201"]
  parts TEXT NOT NULL,
  part INTEGER NOT NULL,
  PRIMARY KEY (measure, day, seq, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE counted_day (day TEXT PRIMARY KEY, opened_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counted_job (
  job_id TEXT PRIMARY KEY, day TEXT NOT NULL, trade TEXT NOT NULL, places INTEGER NOT NULL,
  -- when it was first shown; what nobody ever saw is counted nowhere
  shown_at INTEGER,
  filled INTEGER NOT NULL CHECK (filled IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE counted_step (step TEXT PRIMARY KEY, added TEXT NOT NULL, before TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counted_ticket (
  ticket_id TEXT PRIMARY KEY, service TEXT NOT NULL, at INTEGER NOT NULL, called INTEGER NOT NULL CHECK (called IN (0, 1)), open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE counted_visit (visit_id TEXT PRIMARY KEY, trades TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counting (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL CHECK (seq >= 0)) STRICT;
CREATE TABLE crew (crew_id TEXT PRIMARY KEY, day TEXT NOT NULL REFERENCES business_day, formed_at INTEGER NOT NULL, dissolved_at INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE crew_member (
  crew_id TEXT NOT NULL REFERENCES crew, place INTEGER NOT NULL, visit_id TEXT NOT NULL REFERENCES visit, left_at INTEGER, PRIMARY KEY (crew_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE day_count (
  day TEXT PRIMARY KEY,
  seekers INTEGER NOT NULL DEFAULT 0 CHECK (seekers >= 0), jobs INTEGER NOT NULL DEFAULT 0 CHECK (jobs >= 0),
  places INTEGER NOT NULL DEFAULT 0 CHECK (places >= 0), hires INTEGER NOT NULL DEFAULT 0 CHECK (hires >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE device_state (
  device_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('link', 'reader', 'printer')), state TEXT NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (device_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE device_trouble (
  device_id TEXT NOT NULL, kind TEXT NOT NULL, from_at INTEGER NOT NULL, state TEXT NOT NULL, until_at INTEGER,
  PRIMARY KEY (device_id, kind, from_at, state)
) STRICT, WITHOUT ROWID;
CREATE TABLE dispute (
  dispute_id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL REFERENCES business_day,
  kind TEXT NOT NULL CHECK (kind IN ('wageArrears', 'falseJob', 'discrimination', 'unlicensedAgent', 'other')),
  state TEXT NOT NULL CHECK (state IN ('open', 'transferred', 'closed')),
  hire_id TEXT REFERENCES hire, job_id TEXT REFERENCES job, employer_id TEXT REFERENCES employer, worker_id TEXT REFERENCES worker, ticket_id TEXT REFERENCES ticket,
  since_day TEXT, owed_fen INTEGER CHECK (owed_fen > 0), evidence TEXT NOT NULL, statement_sealed BLOB,
  rules TEXT NOT NULL, answer_by TEXT NOT NULL, mediate_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL, transferred_to TEXT, outcome TEXT CHECK (outcome IN ('settled', 'upheld', 'unfounded', 'withdrawn')), closed_at INTEGER,
  CHECK ((state = 'closed') = (outcome IS NOT NULL AND closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE draw (
  draw_id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job,
  numbers TEXT NOT NULL,
  list_hash TEXT NOT NULL CHECK (length(list_hash) = 64),
  after_order INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  draw_values TEXT,
  seed TEXT CHECK (length(seed) = 64),
  drawn_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE employer (
  employer_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'soleTrader', 'household', 'agency', 'contractor')),
  name_sealed BLOB NOT NULL,
  credit_code TEXT UNIQUE,
  verified_by TEXT,
  promise_version TEXT,
  registered_at INTEGER NOT NULL
, licence_number TEXT, number_sealed BLOB, verification TEXT NOT NULL DEFAULT 'none' CHECK (verification IN ('none', 'verified', 'declined')), verified_at INTEGER, verified_until TEXT, standing TEXT NOT NULL DEFAULT 'normal' CHECK (standing IN ('normal', 'watched', 'banned')), standing_until TEXT, trust TEXT CHECK (trust IN ('given', 'withdrawn')), last_dispute_at INTEGER, city_standing TEXT CHECK (city_standing IN ('verified', 'watched', 'banned')), city_until TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE employer_decision (
  decision INTEGER PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  until TEXT,
  by_staff TEXT NOT NULL,
  note_id TEXT
) STRICT;
CREATE TABLE enrolled_device (
  device_id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('kiosk', 'board', 'console')),
  name TEXT NOT NULL,
  printer TEXT,
  fingerprint TEXT NOT NULL,
  proof TEXT NOT NULL CHECK (proof IN ('certificate', 'session')),
  enrolled_at INTEGER NOT NULL, until_at INTEGER NOT NULL, revoked_at INTEGER,
  CHECK ((printer IS NULL) = (role <> 'kiosk'))
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure (
  worker_id TEXT PRIMARY KEY REFERENCES worker, receipt TEXT NOT NULL, day TEXT NOT NULL REFERENCES business_day, reason TEXT NOT NULL, by_staff TEXT, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure_heard (
  erasure_id TEXT PRIMARY KEY,
  quick TEXT NOT NULL,
  mark TEXT NOT NULL,
  at INTEGER NOT NULL,
  heard_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE fair (
  fair_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  trades TEXT NOT NULL CHECK (json_valid(trades)),
  tables TEXT NOT NULL CHECK (json_valid(tables)),
  place TEXT,
  by_staff TEXT NOT NULL,
  ended_at INTEGER,
  CHECK (from_at < until_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE feed_arrival (
  feed TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE feed_cursor (
  feed TEXT PRIMARY KEY,
  -- the copy that counts, and where it stands; 0 is a feed without anything in it
  generation INTEGER, position INTEGER, stamp TEXT,
  -- the feed's end as the last page told it, while we are not there
  seen_position INTEGER, seen_stamp TEXT,
  -- a copy from the beginning that is under way: nobody sees it before it is whole
  copy_generation INTEGER, copy_position INTEGER, copy_stamp TEXT, copy_began INTEGER, copy_seen_position INTEGER, copy_seen_stamp TEXT,
  CHECK ((generation IS NULL) = (position IS NULL)),
  CHECK ((coalesce(position, 0) = 0) = (stamp IS NULL)),
  CHECK ((copy_generation IS NULL) = (copy_position IS NULL) AND (copy_generation IS NULL) = (copy_began IS NULL)),
  CHECK (coalesce(copy_generation > generation, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE field_clock (
  worker_id TEXT NOT NULL REFERENCES worker,
  field TEXT NOT NULL CHECK (field IN ('name', 'phone', 'trades')),
  at INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (worker_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE figures (
  measure TEXT NOT NULL, slice TEXT NOT NULL, day TEXT NOT NULL, key TEXT NOT NULL,
  -- longest: of all that ever counted, what was taken back included
  times INTEGER NOT NULL, amount INTEGER NOT NULL, longest INTEGER NOT NULL,
  PRIMARY KEY (measure, slice, day, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE help_case (
  case_id TEXT PRIMARY KEY, worker_id TEXT NOT NULL REFERENCES worker, grounds_sealed BLOB NOT NULL,
  opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, closed_at INTEGER, outcome TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE help_visit (
  help_visit_id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES help_case, kind TEXT NOT NULL, on_day TEXT NOT NULL, note_sealed BLOB, by_staff TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "hire" (
  hire_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL,
  job_id TEXT NOT NULL REFERENCES job,
  employer_id TEXT NOT NULL REFERENCES employer,
  worker_id TEXT NOT NULL REFERENCES worker,
  visit_id TEXT NOT NULL REFERENCES visit,
  call_id TEXT NOT NULL REFERENCES call,
  crew_id TEXT,
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  unit TEXT NOT NULL,
  settlement TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('agreed', 'arrived', 'done', 'paid', 'unpaid', 'undone', 'released')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at >= starts_at),
  settle_by INTEGER NOT NULL,
  keeps_place INTEGER NOT NULL CHECK (keeps_place IN (0, 1)),
  arrived_at INTEGER, arrived_by TEXT CHECK (arrived_by IN ('employer', 'staff', 'worker')),
  done_at INTEGER, done_by TEXT CHECK (done_by IN ('employer', 'staff', 'worker')),
  paid_at INTEGER, paid_by TEXT CHECK (paid_by IN ('employer', 'staff', 'worker')), paid_fen INTEGER CHECK (paid_fen > 0),
  said_arrived TEXT CHECK (said_arrived IN ('yes', 'no', 'notYet')),
  said_done TEXT CHECK (said_done IN ('yes', 'no', 'notYet')),
  said_paid TEXT CHECK (said_paid IN ('yes', 'no', 'notYet')),
  said_at INTEGER,
  UNIQUE (day, serial)
) STRICT, WITHOUT ROWID;
CREATE TABLE hybrid_clock (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, n INTEGER NOT NULL) STRICT;
CREATE TABLE "job" (
  job_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL,
  employer_id TEXT NOT NULL REFERENCES employer,
  real_employer_id TEXT REFERENCES employer,
  trade TEXT NOT NULL,
  job_kind TEXT NOT NULL CHECK (job_kind IN ('daily', 'steady')),
  headcount INTEGER NOT NULL CHECK (headcount > 0),
  places_left INTEGER NOT NULL CHECK (places_left >= 0 AND places_left <= headcount),
  state TEXT NOT NULL CHECK (state IN ('inReview', 'open', 'filled', 'closed', 'takenDown', 'expired')),
  check_after INTEGER NOT NULL CHECK (check_after IN (0, 1)),
  cause TEXT,
  findings TEXT NOT NULL,
  notices TEXT NOT NULL,
  approved_version TEXT,
  repeats TEXT,
  valid_until INTEGER NOT NULL,
  terms TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  -- when it was first shown: what nobody ever saw is counted nowhere
  shown_at INTEGER,
  ended_at INTEGER, online_order TEXT, changes INTEGER NOT NULL DEFAULT 0, improved_at INTEGER NOT NULL DEFAULT 0, employer_away INTEGER NOT NULL DEFAULT 0 CHECK (employer_away IN (0, 1)), filled_at INTEGER, van_at INTEGER GENERATED ALWAYS AS (CASE WHEN json_extract(terms, '$.bay') IS NOT NULL THEN coalesce(json_extract(terms, '$.leaveBy'), json_extract(terms, '$.startAt')) END) VIRTUAL,
  UNIQUE (day, serial)
) STRICT, WITHOUT ROWID;
CREATE TABLE job_application (
  ticket_id TEXT NOT NULL REFERENCES ticket,
  job_id TEXT NOT NULL REFERENCES job,
  at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, job_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE job_decision (
  decision INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  rule_ids TEXT NOT NULL,
  by_staff TEXT,
  note_id TEXT
) STRICT;
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  boot TEXT NOT NULL CHECK (length(boot) = 16),
  counter INTEGER NOT NULL,
  ends INTEGER NOT NULL CHECK (ends IN (0, 1)),
  command_id TEXT NOT NULL,
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  clock INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TABLE journal_base (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  boot TEXT NOT NULL,
  counter INTEGER NOT NULL,
  clock INTEGER NOT NULL
) STRICT;
CREATE TABLE journal_key (key TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE journal_past (
  boot TEXT NOT NULL CHECK (length(boot) = 16), first INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= first),
  PRIMARY KEY (boot, first)
) STRICT, WITHOUT ROWID;
CREATE TABLE lease (
  lease_id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL,
  -- no day of the hall: a block is held before the day is opened
  day TEXT NOT NULL,
  service TEXT NOT NULL,
  first INTEGER NOT NULL CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE leased_holder (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket,
  number_index BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE leased_lapse (
  day TEXT NOT NULL, service TEXT NOT NULL, number TEXT NOT NULL, why TEXT NOT NULL CHECK (why IN ('dayOver', 'alreadyHasNumber')), taken_at INTEGER NOT NULL,
  PRIMARY KEY (day, service, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE lot (draw_id TEXT NOT NULL REFERENCES draw, lot INTEGER NOT NULL CHECK (lot > 0), ticket_id TEXT NOT NULL REFERENCES ticket, PRIMARY KEY (draw_id, lot)) STRICT, WITHOUT ROWID;
CREATE TABLE mediation (
  mediation_id TEXT PRIMARY KEY, dispute_id TEXT NOT NULL REFERENCES dispute, step TEXT NOT NULL, note_sealed BLOB, by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE merge (
  merge_id TEXT PRIMARY KEY,
  from_worker TEXT NOT NULL REFERENCES worker,
  into_worker TEXT NOT NULL REFERENCES worker,
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE merge_proposal (
  proposal_id TEXT PRIMARY KEY,
  from_worker TEXT NOT NULL REFERENCES worker,
  into_worker TEXT NOT NULL REFERENCES worker,
  ground TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'merged', 'dismissed')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE named_request (call_id TEXT PRIMARY KEY REFERENCES call ON DELETE CASCADE, job_id TEXT NOT NULL REFERENCES job, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE note (
  note_id TEXT PRIMARY KEY,
  about_id TEXT NOT NULL,
  text_sealed BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE notice (
  notice_id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER,
  urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  put_at INTEGER NOT NULL,
  by_staff TEXT NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE offer (
  offer_id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call,
  side TEXT NOT NULL CHECK (side IN ('worker', 'employer')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  unit TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE online_order (
  order_id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'changed', 'withdrawn', 'refused')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE opinion (
  opinion_id TEXT PRIMARY KEY, day TEXT NOT NULL REFERENCES business_day, stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5), reasons TEXT NOT NULL, text_sealed BLOB, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE people_rewritten (id INTEGER PRIMARY KEY CHECK (id = 1), erasures INTEGER NOT NULL, run INTEGER NOT NULL) STRICT;
CREATE TABLE "plan_move" (
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  move TEXT CHECK (json_valid(move)),
  move_sealed BLOB,
  PRIMARY KEY (day, n),
  CHECK ((move IS NULL) <> (move_sealed IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE principal (
  employer_id TEXT NOT NULL REFERENCES employer, principal_id TEXT NOT NULL REFERENCES employer, at INTEGER NOT NULL,
  PRIMARY KEY (employer_id, principal_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "print_job" (
  print_job_id TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'unknown', 'failed')),
  at INTEGER NOT NULL,
  UNIQUE (kind, subject_id, copy)
) STRICT, WITHOUT ROWID;
CREATE TABLE profile_past (
  worker_id TEXT NOT NULL REFERENCES worker,
  version INTEGER NOT NULL CHECK (version > 0),
  layout TEXT NOT NULL,
  name_sealed BLOB,
  number_sealed BLOB,
  birth_sealed BLOB,
  sex TEXT CHECK (sex IN ('male', 'female')),
  age_band TEXT,
  phone_sealed BLOB,
  district_sealed BLOB,
  source TEXT NOT NULL CHECK (source IN ('card', 'staff', 'self')),
  changed_by TEXT,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  PRIMARY KEY (worker_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE queue_step (step TEXT PRIMARY KEY, act TEXT NOT NULL, by_staff TEXT NOT NULL, window_id TEXT, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE queue_step_row (step TEXT NOT NULL REFERENCES queue_step, kind TEXT NOT NULL CHECK (kind IN ('ticket', 'call', 'window', 'priority', 'note')), id TEXT NOT NULL, before TEXT,
  PRIMARY KEY (step, kind, id)) STRICT, WITHOUT ROWID;
CREATE TABLE quote (
  quote_id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job,
  worker_id TEXT NOT NULL REFERENCES worker,
  state TEXT NOT NULL CHECK (state IN ('sealed', 'replaced', 'opened')),
  pay_sealed BLOB NOT NULL,
  amount_fen INTEGER CHECK (amount_fen > 0),
  unit TEXT,
  at INTEGER NOT NULL,
  opened_at INTEGER,
  CHECK ((state = 'opened') = (amount_fen IS NOT NULL AND unit IS NOT NULL AND opened_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE read_back_conflict (
  boot TEXT NOT NULL,
  counter INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  clock INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  -- notUnderstood: not even in the journal; notApplied: in the journal, and not in the tables
  reason TEXT NOT NULL CHECK (reason IN ('notUnderstood', 'notApplied')),
  at INTEGER NOT NULL,
  PRIMARY KEY (boot, counter)
) STRICT, WITHOUT ROWID;
CREATE TABLE readiness (
  device_id TEXT NOT NULL, check_name TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('ok', 'soon', 'bad', 'unknown')), value INTEGER, since INTEGER NOT NULL,
  PRIMARY KEY (device_id, check_name)
) STRICT, WITHOUT ROWID;
CREATE TABLE records_export (
  export_id TEXT PRIMARY KEY, at INTEGER NOT NULL,
  what TEXT NOT NULL, format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
  from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  personal INTEGER NOT NULL CHECK (personal IN (0, 1)),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  by_staff TEXT NOT NULL, approved_by TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE recovery_code (
  whose TEXT PRIMARY KEY CHECK (whose = 'admin'),
  code_sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE representative (
  number_index BLOB NOT NULL, employer_id TEXT NOT NULL REFERENCES employer, representative_id TEXT,
  PRIMARY KEY (number_index, employer_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE restate (
  restate INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket,
  asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE retention_run (run INTEGER PRIMARY KEY, day TEXT NOT NULL, at INTEGER NOT NULL, more INTEGER NOT NULL CHECK (more IN (0, 1)), counts TEXT NOT NULL) STRICT;
CREATE TABLE right_receipt (
  receipt TEXT NOT NULL, what TEXT NOT NULL,
  right_name TEXT NOT NULL CHECK (right_name IN ('consent', 'withdrawal', 'correction', 'accessCopy')),
  text_version TEXT,
  worker_id TEXT NOT NULL REFERENCES worker, day TEXT NOT NULL REFERENCES business_day, at INTEGER NOT NULL,
  PRIMARY KEY (receipt, what)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealing_head (head INTEGER PRIMARY KEY CHECK (head BETWEEN 1 AND 255), emptied_at INTEGER) STRICT;
CREATE TABLE share_due (worker_id TEXT PRIMARY KEY REFERENCES worker, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE share_told (worker_id TEXT PRIMARY KEY REFERENCES worker, told_to TEXT NOT NULL, told_index BLOB NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE shift (
  shift_id TEXT PRIMARY KEY, staff_id TEXT NOT NULL, day TEXT NOT NULL REFERENCES business_day,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('window', 'table')), place_id TEXT NOT NULL,
  started_at INTEGER NOT NULL, ended_at INTEGER, ended_how TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE slip_mark (
  mark_id TEXT PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'known', 'refused')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE slip_page (
  about TEXT PRIMARY KEY,
  side TEXT NOT NULL CHECK (side IN ('employer', 'worker')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE standing_points (
  points_id TEXT PRIMARY KEY,
  side TEXT NOT NULL CHECK (side IN ('worker', 'employer')),
  who TEXT NOT NULL,
  cause TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0),
  rules TEXT NOT NULL,
  call_id TEXT, hire_id TEXT, job_id TEXT, dispute_id TEXT,
  at INTEGER NOT NULL,
  removed_at INTEGER, removed_why TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE standing_stop (
  side TEXT NOT NULL CHECK (side IN ('worker', 'employer')), who TEXT NOT NULL, until INTEGER NOT NULL, points INTEGER NOT NULL, at INTEGER NOT NULL, lifted_at INTEGER,
  PRIMARY KEY (side, who)
) STRICT, WITHOUT ROWID;
CREATE TABLE table_session (
  session_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  table_id TEXT NOT NULL,
  job_id TEXT NOT NULL REFERENCES job,
  why TEXT NOT NULL CHECK (why IN ('plannedLong', 'workerWaitsLong', 'best')),
  scarce INTEGER NOT NULL CHECK (scarce IN (0, 1)),
  opened_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE talk (
  call_id TEXT PRIMARY KEY REFERENCES call,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'refused', 'lapsed')),
  refused_by TEXT CHECK (refused_by IN ('worker', 'employer')),
  reason TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "ticket" (
  ticket_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  place_in_day INTEGER NOT NULL CHECK (place_in_day > 0),
  visit_id TEXT REFERENCES visit,
  -- the service of the number and its series; what it waits for now is the queue
  service TEXT NOT NULL,
  serial INTEGER NOT NULL CHECK (serial > 0),
  number TEXT NOT NULL,
  ahead INTEGER NOT NULL,
  trades TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'parked', 'served', 'missed', 'closed')),
  at INTEGER NOT NULL,
  queue TEXT NOT NULL,
  -- services after this one, by commas
  later_queues TEXT NOT NULL,
  -- where it stands: place in the hall's sequence, then behind (> 0) or in front (< 0) of it, then its own place_in_day
  rank INTEGER NOT NULL,
  back INTEGER NOT NULL,
  -- '', or 'window:' or 'person:' and an id: nobody else calls it
  hold TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority IN (0, 1)),
  no_shows INTEGER NOT NULL,
  transfers INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  missed_at INTEGER,
  -- the state that the closing of the day ended, so that it can be taken back
  closed_from TEXT CHECK (closed_from IN ('waiting', 'called', 'parked')),
  -- the act that touched it last, '' when that was none
  step TEXT NOT NULL, arrival INTEGER NOT NULL DEFAULT 0, base_rank INTEGER NOT NULL DEFAULT 0, own_rank INTEGER NOT NULL DEFAULT 0, lease_id TEXT,
  UNIQUE (day, place_in_day),
  UNIQUE (day, service, serial)
) STRICT, WITHOUT ROWID;
CREATE TABLE ticket_note (
  note_id TEXT PRIMARY KEY, ticket_id TEXT NOT NULL REFERENCES ticket, by_staff TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ticket_priority (ticket_id TEXT PRIMARY KEY REFERENCES ticket, reasons_sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE "ticket_trade" (
  trade TEXT NOT NULL, day TEXT NOT NULL, rank INTEGER NOT NULL, back INTEGER NOT NULL, place_in_day INTEGER NOT NULL, ticket_id TEXT NOT NULL REFERENCES ticket,
  PRIMARY KEY (day, trade, rank, back, place_in_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE training_wish (
  worker_id TEXT NOT NULL REFERENCES worker, trade TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (worker_id, trade)
) STRICT, WITHOUT ROWID;
CREATE TABLE uplink (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  acked_seq INTEGER NOT NULL,
  acked_hash TEXT NOT NULL
, own_position INTEGER, own_stamp TEXT) STRICT;
CREATE TABLE visit (
  visit_id TEXT PRIMARY KEY, worker_id TEXT NOT NULL REFERENCES worker, day TEXT NOT NULL REFERENCES business_day, at INTEGER NOT NULL,
  UNIQUE (worker_id, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiting_by_service (day TEXT NOT NULL, service TEXT NOT NULL, waiting INTEGER NOT NULL CHECK (waiting >= 0), PRIMARY KEY (day, service)) STRICT, WITHOUT ROWID;
CREATE TABLE waiting_by_trade (day TEXT NOT NULL, trade TEXT NOT NULL, waiting INTEGER NOT NULL CHECK (waiting >= 0), PRIMARY KEY (day, trade)) STRICT, WITHOUT ROWID;
CREATE TABLE window_day (
  day TEXT NOT NULL REFERENCES business_day,
  window_id TEXT NOT NULL,
  profile TEXT,
  turn_priority INTEGER NOT NULL CHECK (turn_priority >= 0),
  turn_normal INTEGER NOT NULL CHECK (turn_normal >= 0),
  passed INTEGER NOT NULL CHECK (passed >= 0),
  help TEXT,
  help_at INTEGER,
  step TEXT NOT NULL,
  PRIMARY KEY (day, window_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE worker (
  worker_id TEXT PRIMARY KEY,
  layout TEXT NOT NULL,
  name_sealed BLOB,
  number_sealed BLOB,
  number_index BLOB UNIQUE,
  birth_sealed BLOB,
  sex TEXT CHECK (sex IN ('male', 'female')),
  phone_sealed BLOB,
  phone_index BLOB,
  trades TEXT NOT NULL,
  registered_at INTEGER NOT NULL
, age_band TEXT, district_sealed BLOB, name_index BLOB, person_index BLOB, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0), source TEXT NOT NULL DEFAULT 'card' CHECK (source IN ('card', 'staff', 'self')), changed_by TEXT, from_at INTEGER NOT NULL DEFAULT 0, merged_into TEXT REFERENCES worker, erased_at INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE worker_certificate (
  worker_id TEXT NOT NULL REFERENCES worker,
  certificate TEXT NOT NULL,
  until_day TEXT NOT NULL,
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (worker_id, certificate)
) STRICT, WITHOUT ROWID;
CREATE TABLE worker_wish (
  worker_id TEXT PRIMARY KEY REFERENCES worker,
  wishes TEXT NOT NULL CHECK (json_valid(wishes)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_base_forward BEFORE UPDATE ON audit_base BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'the audit never begins earlier again') WHERE NEW.seq < OLD.seq OR NEW.at < OLD.at;
  SELECT RAISE(ABORT, 'the audit begins behind a row of its own') WHERE NEW.seq > OLD.seq AND NOT EXISTS (SELECT 1 FROM audit WHERE (seq, at, hash) = (NEW.seq, NEW.at, NEW.hash));
END;
CREATE TRIGGER audit_base_stays BEFORE DELETE ON audit_base BEGIN SELECT RAISE(ABORT, 'the beginning of the audit stays known'); END;
CREATE TRIGGER audit_by_agent BEFORE INSERT ON audit BEGIN SELECT in_operation(); END;
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER audit_never_shortened BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit is never shortened behind its base') WHERE OLD.seq > (SELECT seq FROM audit_base);
END;
CREATE TRIGGER counted_by_operation BEFORE INSERT ON counted BEGIN SELECT in_operation(); END;
CREATE TRIGGER counted_never_changed BEFORE UPDATE ON counted BEGIN SELECT RAISE(ABORT, 'a counted row is never changed'); END;
CREATE TRIGGER counted_summed AFTER INSERT ON counted BEGIN
  INSERT INTO figures
    SELECT NEW.measure, part.column1, NEW.day, part.column2, NEW.times, NEW.amount, max(0, NEW.amount)
    FROM (SELECT * FROM (VALUES ('all', ''), ('hour', printf('%02d', NEW.hour))) WHERE NEW.whole = 1 UNION ALL SELECT value ->> 0, value ->> 1 FROM json_each(NEW.parts)) AS part
    WHERE true
    ON CONFLICT DO UPDATE SET times = times + excluded.times, amount = amount + excluded.amount, longest = max(longest, excluded.longest);
END;
CREATE TRIGGER counting_by_operation BEFORE UPDATE ON counting BEGIN SELECT in_operation(); END;
CREATE TRIGGER counting_forward BEFORE UPDATE ON counting WHEN NEW.seq <> OLD.seq + 1 BEGIN SELECT RAISE(ABORT, 'counted row by row, each once'); END;
CREATE TRIGGER day_count_hire AFTER INSERT ON hire WHEN NEW.state NOT IN ('undone', 'released') BEGIN
  INSERT INTO day_count (day, hires) VALUES (NEW.day, 1) ON CONFLICT DO UPDATE SET hires = hires + 1;
END;
CREATE TRIGGER day_count_hire_changed AFTER UPDATE OF state ON hire BEGIN
  UPDATE day_count SET hires = hires + (NEW.state NOT IN ('undone', 'released')) - (OLD.state NOT IN ('undone', 'released')) WHERE day = NEW.day;
END;
CREATE TRIGGER day_count_job AFTER INSERT ON job WHEN NEW.shown_at IS NOT NULL BEGIN
  INSERT INTO day_count (day, jobs, places) VALUES (NEW.day, 1, NEW.headcount) ON CONFLICT DO UPDATE SET jobs = jobs + 1, places = places + NEW.headcount;
END;
CREATE TRIGGER day_count_job_changed AFTER UPDATE OF shown_at, headcount ON job BEGIN
  INSERT INTO day_count (day) VALUES (NEW.day) ON CONFLICT DO NOTHING;
  UPDATE day_count SET jobs = jobs + (NEW.shown_at IS NOT NULL) - (OLD.shown_at IS NOT NULL),
    places = places + iif(NEW.shown_at IS NULL, 0, NEW.headcount) - iif(OLD.shown_at IS NULL, 0, OLD.headcount) WHERE day = NEW.day;
END;
CREATE TRIGGER day_count_visit AFTER INSERT ON visit BEGIN
  INSERT INTO day_count (day, seekers) VALUES (NEW.day, 1) ON CONFLICT DO UPDATE SET seekers = seekers + 1;
END;
CREATE TRIGGER day_count_visit_gone AFTER DELETE ON visit BEGIN UPDATE day_count SET seekers = seekers - 1 WHERE day = OLD.day; END;
CREATE TRIGGER figures_begun_by_operation BEFORE INSERT ON figures BEGIN SELECT in_operation(); END;
CREATE TRIGGER figures_moved_by_operation BEFORE UPDATE ON figures BEGIN SELECT in_operation(); END;
CREATE TRIGGER figures_never_erased BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'a figure is never erased'); END;
CREATE TRIGGER journal_base_forward BEFORE UPDATE ON journal_base BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'the journal never begins earlier again') WHERE NEW.seq <= OLD.seq OR NEW.clock < OLD.clock;
  SELECT RAISE(ABORT, 'only what the city has acknowledged goes') WHERE NEW.seq > coalesce((SELECT acked_seq FROM uplink), 0);
  SELECT RAISE(ABORT, 'what is not counted yet stays') WHERE NEW.seq > (SELECT seq FROM counting);
  SELECT RAISE(ABORT, 'operations go whole') WHERE NOT EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq AND ends = 1 AND (hash, boot, counter) = (NEW.hash, NEW.boot, NEW.counter));
END;
CREATE TRIGGER journal_base_stays BEFORE DELETE ON journal_base BEGIN SELECT RAISE(ABORT, 'the beginning of the journal stays known'); END;
CREATE TRIGGER journal_by_operation BEFORE INSERT ON journal BEGIN SELECT in_operation(); END;
CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal
WHEN OLD.table_name <> 'share' OR NEW.body <> erased_body(OLD.kind, OLD.key, OLD.body)
  OR (NEW.seq, NEW.boot, NEW.counter, NEW.ends, NEW.command_id, NEW.table_name, NEW.key, NEW.kind, NEW.clock, NEW.version, NEW.hash)
    IS NOT (OLD.seq, OLD.boot, OLD.counter, OLD.ends, OLD.command_id, OLD.table_name, OLD.key, OLD.kind, OLD.clock, OLD.version, OLD.hash)
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_never_shortened BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is never shortened behind its base') WHERE OLD.seq > (SELECT seq FROM journal_base);
  SELECT RAISE(ABORT, 'an operation that goes stays known') WHERE NOT EXISTS (SELECT 1 FROM journal_past WHERE boot = OLD.boot AND OLD.counter BETWEEN first AND last);
END;
CREATE TRIGGER journal_op_once BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal_past WHERE boot = NEW.boot AND NEW.counter BETWEEN first AND last)
BEGIN SELECT RAISE(ABORT, 'this operation was in the journal already'); END;
CREATE TRIGGER journal_past_by_operation BEFORE INSERT ON journal_past BEGIN SELECT in_operation(); END;
CREATE TRIGGER journal_past_grows BEFORE UPDATE ON journal_past BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'an operation that is gone stays known') WHERE NEW.boot <> OLD.boot OR NEW.first <> OLD.first OR NEW.last < OLD.last;
END;
CREATE TRIGGER journal_past_stays BEFORE DELETE ON journal_past BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'an operation that is gone stays known') WHERE NOT EXISTS (SELECT 1 FROM journal_past WHERE boot = OLD.boot AND first < OLD.first AND last >= OLD.last);
END;
CREATE TRIGGER ticket_comes AFTER INSERT ON ticket WHEN NEW.state = 'waiting' BEGIN
  INSERT INTO waiting_by_service VALUES (NEW.day, NEW.queue, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
END;
CREATE TRIGGER ticket_leaves_queue AFTER UPDATE OF state, queue ON ticket WHEN OLD.state = 'waiting' AND (NEW.state <> 'waiting' OR NEW.queue <> OLD.queue) BEGIN
  UPDATE waiting_by_service SET waiting = waiting - 1 WHERE day = OLD.day AND service = OLD.queue;
  UPDATE waiting_by_trade SET waiting = waiting - 1 WHERE day = OLD.day AND trade IN (SELECT value FROM json_each('["' || replace(OLD.trades, ',', '","') || '"]'));
END;
CREATE TRIGGER ticket_returns AFTER UPDATE OF state, queue ON ticket WHEN NEW.state = 'waiting' AND (OLD.state <> 'waiting' OR NEW.queue <> OLD.queue) BEGIN
  INSERT INTO waiting_by_service VALUES (NEW.day, NEW.queue, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
  UPDATE waiting_by_trade SET waiting = waiting + 1 WHERE day = NEW.day AND trade IN (SELECT value FROM json_each('["' || replace(NEW.trades, ',', '","') || '"]'));
END;
CREATE TRIGGER ticket_trade_comes AFTER INSERT ON ticket_trade BEGIN
  INSERT INTO waiting_by_trade VALUES (NEW.day, NEW.trade, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
END;
CREATE TRIGGER ticket_trade_moves AFTER UPDATE OF rank, back ON ticket WHEN NEW.trades <> '' AND (NEW.rank <> OLD.rank OR NEW.back <> OLD.back) BEGIN
  UPDATE ticket_trade SET rank = NEW.rank, back = NEW.back WHERE day = NEW.day AND rank = OLD.rank AND back = OLD.back AND place_in_day = NEW.place_in_day
    AND trade IN (SELECT value FROM json_each('["' || replace(NEW.trades, ',', '","') || '"]'));
END;
