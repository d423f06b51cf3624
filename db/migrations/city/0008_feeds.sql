-- What the city owns and halls read. A position is given while the feed's head is locked until the commit, so that whoever has seen a position has seen every one before it.
CREATE TABLE feed_head (
  feed text PRIMARY KEY,
  head bigint NOT NULL CHECK (head >= 0),
  -- deletions up to here are forgotten: who stands before it begins from the beginning
  floor bigint NOT NULL CHECK (floor >= 0 AND floor <= head)
);
-- The newest word about each key; a body of null is a deletion. Times are milliseconds UTC.
CREATE TABLE feed_row (
  feed text NOT NULL REFERENCES feed_head,
  key text NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  kind text NOT NULL,
  v integer NOT NULL,
  at bigint NOT NULL,
  body text,
  PRIMARY KEY (feed, key)
);
CREATE UNIQUE INDEX feed_row_position ON feed_row (feed, position);
-- Where a page may end, each with a stamp that is given once: a city restored from a backup gives positions again, never stamps.
CREATE TABLE feed_mark (
  feed text NOT NULL REFERENCES feed_head,
  position bigint NOT NULL,
  stamp text NOT NULL,
  PRIMARY KEY (feed, position)
);

-- Every row that a hall ever told, in the order in which it was taken: what the hall reads back after a loss.
ALTER TABLE archive ADD COLUMN position bigint;
UPDATE archive SET position = numbered.n FROM (
  SELECT hall_no, epoch, seq, row_number() OVER (PARTITION BY hall_no ORDER BY began, epoch, seq) AS n
  FROM (SELECT hall_no, epoch, seq, min(clock) OVER (PARTITION BY hall_no, epoch) AS began FROM archive) AS by_epoch
) AS numbered WHERE archive.hall_no = numbered.hall_no AND archive.epoch = numbered.epoch AND archive.seq = numbered.seq;
ALTER TABLE archive ALTER COLUMN position SET NOT NULL;
CREATE UNIQUE INDEX archive_position ON archive (hall_no, position);
ALTER TABLE hall ADD COLUMN own bigint NOT NULL DEFAULT 0;
UPDATE hall SET own = coalesce((SELECT max(position) FROM archive WHERE archive.hall_no = hall.hall_no), 0);
