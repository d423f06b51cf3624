-- How many rows are lost for good, counted one by one; null where it was found before anybody counted.
ALTER TABLE journal_gap ADD COLUMN rows bigint;
