-- What the city owns and this hall reads, and how far it has read. Never in the journal: nobody in the hall did it. Times are milliseconds UTC.
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
-- Bodies of feeds about people are AES-256-GCM boxes, the others JSON. What is not understood is kept as it came.
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
