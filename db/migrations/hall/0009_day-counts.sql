-- What every board shows ten times a second, counted along instead of over: one row a day. A test holds it against a recount from the journal.
CREATE TABLE day_count (
  day TEXT PRIMARY KEY,
  seekers INTEGER NOT NULL DEFAULT 0 CHECK (seekers >= 0), jobs INTEGER NOT NULL DEFAULT 0 CHECK (jobs >= 0),
  places INTEGER NOT NULL DEFAULT 0 CHECK (places >= 0), hires INTEGER NOT NULL DEFAULT 0 CHECK (hires >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO day_count (day, seekers, jobs, places, hires) SELECT day,
  (SELECT count(*) FROM visit WHERE visit.day = business_day.day),
  (SELECT count(*) FROM job WHERE job.day = business_day.day AND shown_at IS NOT NULL),
  (SELECT coalesce(sum(headcount), 0) FROM job WHERE job.day = business_day.day AND shown_at IS NOT NULL),
  (SELECT count(*) FROM hire WHERE hire.day = business_day.day AND state NOT IN ('undone', 'released'))
FROM business_day;

CREATE TRIGGER day_count_visit AFTER INSERT ON visit BEGIN
  INSERT INTO day_count (day, seekers) VALUES (NEW.day, 1) ON CONFLICT DO UPDATE SET seekers = seekers + 1;
END;
CREATE TRIGGER day_count_visit_gone AFTER DELETE ON visit BEGIN UPDATE day_count SET seekers = seekers - 1 WHERE day = OLD.day; END;
CREATE TRIGGER day_count_job AFTER INSERT ON job WHEN NEW.shown_at IS NOT NULL BEGIN
  INSERT INTO day_count (day, jobs, places) VALUES (NEW.day, 1, NEW.headcount) ON CONFLICT DO UPDATE SET jobs = jobs + 1, places = places + NEW.headcount;
END;
CREATE TRIGGER day_count_job_changed AFTER UPDATE OF shown_at, headcount ON job BEGIN
  INSERT INTO day_count (day) VALUES (NEW.day) ON CONFLICT DO NOTHING;
  UPDATE day_count SET jobs = jobs + (NEW.shown_at IS NOT NULL) - (OLD.shown_at IS NOT NULL),
    places = places + iif(NEW.shown_at IS NULL, 0, NEW.headcount) - iif(OLD.shown_at IS NULL, 0, OLD.headcount) WHERE day = NEW.day;
END;
CREATE TRIGGER day_count_hire AFTER INSERT ON hire WHEN NEW.state NOT IN ('undone', 'released') BEGIN
  INSERT INTO day_count (day, hires) VALUES (NEW.day, 1) ON CONFLICT DO UPDATE SET hires = hires + 1;
END;
CREATE TRIGGER day_count_hire_changed AFTER UPDATE OF state ON hire BEGIN
  UPDATE day_count SET hires = hires + (NEW.state NOT IN ('undone', 'released')) - (OLD.state NOT IN ('undone', 'released')) WHERE day = NEW.day;
END;

-- With triggers on the parent SQLite may look for children that wait for it: by index then.
CREATE INDEX dispute_of_job ON dispute (job_id);
CREATE INDEX named_request_of_job ON named_request (job_id);
CREATE INDEX crew_member_of_visit ON crew_member (visit_id);
