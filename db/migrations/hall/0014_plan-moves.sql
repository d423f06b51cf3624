-- Of the moves that the day's plan is made of only those are sealed that tell of need; calls, hires and openings are ids and terms that other tables hold as they are.
CREATE TABLE plan_move_new (
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  move TEXT CHECK (json_valid(move)),
  move_sealed BLOB,
  PRIMARY KEY (day, n),
  CHECK ((move IS NULL) <> (move_sealed IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO plan_move_new (day, n, move_sealed) SELECT day, n, move_sealed FROM plan_move;
DROP TABLE plan_move;
ALTER TABLE plan_move_new RENAME TO plan_move;
