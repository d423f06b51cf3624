-- Blocks of numbers that kiosks hold for the time without the agent.
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
CREATE INDEX lease_of_day ON lease (day, service, last);

-- The lease a number was given out of; its moment may lie before that of numbers issued earlier.
ALTER TABLE ticket ADD COLUMN lease_id TEXT;
CREATE INDEX ticket_of_lease ON ticket (lease_id, arrival) WHERE lease_id IS NOT NULL;
CREATE INDEX ticket_arrival ON ticket (day, arrival);

-- Whose card took a number when nobody could look up who that is; gone when the next day begins.
CREATE TABLE leased_holder (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket,
  number_index BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX leased_holder_number ON leased_holder (number_index);

-- Numbers that were given out and lead nowhere: counted, never called.
CREATE TABLE leased_lapse (
  day TEXT NOT NULL, service TEXT NOT NULL, number TEXT NOT NULL, why TEXT NOT NULL CHECK (why IN ('dayOver', 'alreadyHasNumber')), taken_at INTEGER NOT NULL,
  PRIMARY KEY (day, service, number)
) STRICT, WITHOUT ROWID;
