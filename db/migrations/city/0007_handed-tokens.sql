-- Of two hellos of a hall the later one may arrive first: every token that was handed out counts until one of them is used.
ALTER TABLE hall ADD COLUMN handed text[] NOT NULL DEFAULT '{}';
UPDATE hall SET handed = ARRAY[next_token] WHERE next_token IS NOT NULL;
ALTER TABLE hall DROP COLUMN next_token;
