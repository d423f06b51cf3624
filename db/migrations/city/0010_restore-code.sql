-- A code that a person gave for a machine that was restored or replaced: whoever shows it before its time is over, with the hall's key, is the hall from then on. Times are milliseconds UTC.
ALTER TABLE hall ADD COLUMN restore_code bytea;
ALTER TABLE hall ADD COLUMN restore_until bigint;
