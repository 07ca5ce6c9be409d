-- The groups that a plan looks at in particular: those that a household is in, beside its alerts; and what somebody says of
-- it where nothing on file shows it.

ALTER TABLE household_alerts ADD COLUMN groups TEXT NOT NULL DEFAULT '';
DELETE FROM household_alerts;

CREATE TABLE group_marks (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    group_id     TEXT NOT NULL,
    inside       INTEGER NOT NULL,
    marked_on    TEXT NOT NULL,
    why          TEXT NOT NULL,
    voided       INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX group_marks_of_household ON group_marks (household_id);

-- A procedure is named by its place among all: counted without reading their steps.
CREATE INDEX procedures_in_order ON procedures (seq);
