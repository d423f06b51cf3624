-- The daily clearing finds pages and marks of slips that are over their time.
CREATE INDEX slip_page_over ON slip_page (at);
CREATE INDEX slip_mark_over ON slip_mark (at);
