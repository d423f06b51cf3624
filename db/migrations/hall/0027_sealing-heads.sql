-- By which suites and keys rows of this file may be sealed: the head is the first byte of a box, suite and key id. A head that nothing uses any more says since when.
CREATE TABLE sealing_head (head INTEGER PRIMARY KEY CHECK (head BETWEEN 1 AND 255), emptied_at INTEGER) STRICT;
INSERT INTO sealing_head (head) VALUES (1);
