-- What the city's list says of an employer, beside what the hall itself decided.
ALTER TABLE employer ADD COLUMN city_standing TEXT CHECK (city_standing IN ('verified', 'watched', 'banned'));
-- last day; null until the city takes it back
ALTER TABLE employer ADD COLUMN city_until TEXT;
CREATE INDEX employer_by_city ON employer (city_standing, registered_at) WHERE city_standing IS NOT NULL;
