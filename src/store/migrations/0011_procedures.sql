-- Procedures: what comes between a clue and a decision, step by step as the plan has it. Each keeps the steps and the
-- days that it began with.

CREATE TABLE procedures (
    id           TEXT PRIMARY KEY,
    kind         TEXT NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    clues        TEXT NOT NULL,
    day_zero     TEXT NOT NULL,
    policy       TEXT NOT NULL,
    course       TEXT NOT NULL,
    term         TEXT,
    grounds      TEXT NOT NULL,
    meeting      TEXT,
    category     TEXT,
    risks        TEXT NOT NULL,
    assigned_to  TEXT,
    green        TEXT,
    steps        TEXT NOT NULL,
    sent_back_on TEXT,
    ended        TEXT,
    voided       INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX procedures_of_household ON procedures (household_id);
