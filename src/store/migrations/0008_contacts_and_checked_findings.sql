-- Contacts have a unit, a post and a phone. What an audit found and somebody has looked at is kept with the reason
-- why it is right as it is. Alerts are reckoned anew: there is one more kind.

ALTER TABLE contacts ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN post TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN phone TEXT NOT NULL DEFAULT '';

CREATE TABLE checked_findings (
    id           TEXT PRIMARY KEY,
    household_id TEXT REFERENCES households (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    fingerprint  TEXT NOT NULL,
    why          TEXT NOT NULL,
    checked_on   TEXT NOT NULL,
    voided       INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX checked_findings_of_household ON checked_findings (household_id);

DELETE FROM household_alerts;
