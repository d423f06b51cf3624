-- Whoever stood beside an erasure of the whole city has a line of the audit of their own.
ALTER TABLE city_audit DROP CONSTRAINT city_audit_act_check;
ALTER TABLE city_audit ADD CONSTRAINT city_audit_act_check CHECK (act IN ('signedIn', 'signInFailed', 'signedOut', 'put', 'ended', 'exported', 'erasureAsked', 'erasureApproved'));
