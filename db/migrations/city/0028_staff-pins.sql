-- PINs of the city's staff: what is kept of them (scrypt), never digits. city.json says the first one of each; it is good until its owner has set another. Times are milliseconds UTC.
CREATE TABLE staff_pin (
  staff_id text PRIMARY KEY,
  pin text NOT NULL,
  -- somebody else gave it: it lets in only to the change
  given boolean NOT NULL,
  set_at bigint NOT NULL
);
-- Every first PIN that a configuration has ever said, as SHA-256 of what it holds: one that was taken in is never a first PIN again, also not by the file of another hub that is older.
CREATE TABLE staff_pin_given (
  staff_id text NOT NULL,
  mark text NOT NULL,
  PRIMARY KEY (staff_id, mark)
);
ALTER TABLE city_audit DROP CONSTRAINT city_audit_act_check;
ALTER TABLE city_audit ADD CONSTRAINT city_audit_act_check CHECK (act IN ('signedIn', 'signInFailed', 'signedOut', 'put', 'ended', 'exported', 'erasureAsked', 'erasureApproved', 'pinGiven', 'pinSet'));
