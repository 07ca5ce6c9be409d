-- The alerts of a household as they were reckoned, and the days on which they stand: a list of thousands
-- reads them instead of every visit. A household without a row is to be reckoned.

CREATE TABLE household_alerts (
    household_id TEXT PRIMARY KEY REFERENCES households (id) ON DELETE CASCADE,
    alerts       TEXT NOT NULL,
    reckoned_on  TEXT NOT NULL,
    holds_until  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
