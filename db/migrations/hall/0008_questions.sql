-- How often the terms were changed: who keeps parsed terms knows by it that they are still true, without reading them.
ALTER TABLE job ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
-- For what faces ask about hiring: the calls of a job, every dispute of a hire, open jobs of a trade.
CREATE INDEX call_of_job ON call (job_id, at) WHERE job_id IS NOT NULL;
CREATE INDEX dispute_of_hire ON dispute (hire_id, opened_at) WHERE hire_id IS NOT NULL;
CREATE INDEX job_open_of_trade ON job (trade, posted_at) WHERE state = 'open';
CREATE INDEX quote_of_job ON quote (job_id, state, at);
-- Also for taking a number back: whatever points at it is looked for.
CREATE INDEX lot_of_ticket ON lot (ticket_id);
-- Whatever somebody said goes with the person.
CREATE INDEX dispute_of_worker ON dispute (worker_id, opened_at) WHERE worker_id IS NOT NULL;
CREATE INDEX dispute_of_ticket ON dispute (ticket_id) WHERE ticket_id IS NOT NULL;
