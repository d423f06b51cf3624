-- What each hall has told of its worker, apart from the others, sealed: when its words end, what the others told stands without them. Null: told before this was kept.
ALTER TABLE person_hall ADD COLUMN own_sealed bytea;
