-- What the visits add up to: measures, attestations, reasons for a fall of income, registered
-- populations of villages, the details of a change of status, the day from which a number of people
-- holds. The policy itself lies in the settings.

ALTER TABLE households ADD COLUMN counted_on TEXT;

ALTER TABLE status_changes ADD COLUMN way TEXT;
ALTER TABLE status_changes ADD COLUMN leaving TEXT;
ALTER TABLE status_changes ADD COLUMN category TEXT;
ALTER TABLE status_changes ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- A month can be entered without a visit: visit_id may be empty, which needs the table anew.
CREATE TABLE incomes_anew (
    id                 TEXT PRIMARY KEY,
    household_id       TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    visit_id           TEXT REFERENCES visits (id) ON DELETE CASCADE,
    month              TEXT NOT NULL,
    wage_fen           INTEGER,
    business_gross_fen INTEGER,
    business_cost_fen  INTEGER,
    property_fen       INTEGER,
    transfer_fen       INTEGER,
    claims_fen         INTEGER,
    out_of_pocket_fen  INTEGER,
    sources            TEXT NOT NULL CHECK (json_valid(sources)),
    voided             INTEGER NOT NULL,
    seq                INTEGER NOT NULL
) STRICT;
INSERT INTO incomes_anew SELECT id, household_id, visit_id, month, wage_fen, business_gross_fen,
    business_cost_fen, property_fen, transfer_fen, claims_fen, out_of_pocket_fen, sources, voided, seq
    FROM incomes;
DROP TABLE incomes;
ALTER TABLE incomes_anew RENAME TO incomes;
CREATE INDEX incomes_of_household ON incomes (household_id, month, seq);
CREATE INDEX incomes_of_visit ON incomes (visit_id);

CREATE TABLE measures (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    item         TEXT NOT NULL,
    funds_fen    INTEGER,
    unit         TEXT NOT NULL,
    from_on      TEXT NOT NULL,
    planned_end  TEXT,
    ended_on     TEXT,
    effect       TEXT NOT NULL,
    voided       INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX measures_of_household ON measures (household_id, from_on, seq);

CREATE TABLE attestations (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    matter       TEXT NOT NULL,
    holds        INTEGER NOT NULL,
    attested_on  TEXT NOT NULL,
    note         TEXT NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX attestations_of_household ON attestations (household_id, seq);

CREATE TABLE fall_reasons (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    window_end   TEXT NOT NULL,
    reasons      TEXT NOT NULL CHECK (json_valid(reasons)),
    note         TEXT NOT NULL,
    stated_on    TEXT NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX fall_reasons_of_household ON fall_reasons (household_id, window_end, seq);

CREATE TABLE village_populations (
    id         TEXT PRIMARY KEY,
    township   TEXT NOT NULL,
    village    TEXT NOT NULL,
    registered INTEGER NOT NULL,
    stated_on  TEXT NOT NULL,
    seq        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX population_of_village ON village_populations (township, village);
