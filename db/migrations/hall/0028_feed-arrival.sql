-- When this hall last got something new of a feed, by its own clock: staff see which list of the city they work with.
CREATE TABLE feed_arrival (
  feed TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
