-- The key of the city that this hall has said, in its journal, it closes boxes for. Times are milliseconds UTC.
CREATE TABLE city_key_taken (one INTEGER PRIMARY KEY CHECK (one = 1), key_id TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
