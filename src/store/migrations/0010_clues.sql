-- Clues: what a villager, a cadre or a department says of a household, also of one that is not on file, until it is
-- known what came of it.

CREATE TABLE clues (
    id           TEXT PRIMARY KEY,
    household_id TEXT REFERENCES households (id) ON DELETE CASCADE,
    of_whom      TEXT NOT NULL,
    received_on  TEXT NOT NULL,
    source       TEXT NOT NULL,
    channel      TEXT NOT NULL,
    reported_by  TEXT NOT NULL,
    what         TEXT NOT NULL,
    risks        TEXT NOT NULL,
    assigned_to  TEXT,
    checked_on   TEXT,
    result       TEXT,
    told_back_on TEXT,
    joined_to    TEXT,
    voided       INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX clues_of_household ON clues (household_id);
