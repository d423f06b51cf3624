-- When staff last opened a day again after it was closed, milliseconds UTC: the rule that closes days leaves it to them then.
ALTER TABLE business_day ADD COLUMN reopened_at INTEGER;
