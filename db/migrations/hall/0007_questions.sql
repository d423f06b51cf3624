-- For what faces ask about hiring: the calls and hires of a job, every dispute of a hire, open jobs of a trade.
CREATE INDEX call_of_job ON call (job_id, at) WHERE job_id IS NOT NULL;
CREATE INDEX hire_by_job ON hire (job_id, serial);
CREATE INDEX dispute_of_hire ON dispute (hire_id, opened_at) WHERE hire_id IS NOT NULL;
CREATE INDEX job_open_of_trade ON job (trade, posted_at) WHERE state = 'open';
