-- Big boards with their plans (JSON as published), the scene that somebody set by hand, and notices.
CREATE TABLE board (
  board_id TEXT PRIMARY KEY,
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  published_at INTEGER NOT NULL,
  by_staff TEXT NOT NULL,
  scene TEXT, scene_at INTEGER,
  CHECK ((scene IS NULL) = (scene_at IS NULL))
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
-- By its end, so that what is over is not looked through for ever; one without an end hangs until somebody ends it.
CREATE INDEX notice_live ON notice (coalesce(until_at, 9e15)) WHERE ended_at IS NULL;
CREATE INDEX notice_newest ON notice (put_at);

-- When the last place was taken: the board shows a filled job for a while, and the van until it leaves.
ALTER TABLE job ADD COLUMN filled_at INTEGER;
CREATE INDEX job_filled ON job (filled_at) WHERE state = 'filled';
