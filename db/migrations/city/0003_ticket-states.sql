-- Tickets of halls can be parked, and closed without having been served.
ALTER TABLE ticket DROP CONSTRAINT ticket_state_check;
ALTER TABLE ticket ADD CONSTRAINT ticket_state_check CHECK (state IN ('waiting', 'called', 'parked', 'served', 'missed', 'closed'));
