-- The catalogue, the time to fill and wage clues read the rows of a job: few among all rows, so only these are found by key.
CREATE INDEX archive_job ON archive (hall_no, key) WHERE kind IN ('jobPosted', 'jobChanged', 'jobFilled');
