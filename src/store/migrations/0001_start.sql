-- The first form of the database.
--
-- `revisions` is what happened, append-only; every other table but `settings` and `drafts` is a
-- projection of it. `seq` in a projection is the number of the revision that first recorded the row:
-- the order of recording, which no clock can upset.

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE revisions (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    entity      TEXT NOT NULL,
    entity_id   TEXT NOT NULL,
    parent      TEXT REFERENCES revisions (id),
    author      TEXT NOT NULL,
    device      TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    reason      TEXT,
    body        TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX revisions_of_entity ON revisions (entity_id, seq);
CREATE TRIGGER revisions_are_never_changed BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revisions_are_never_deleted BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;

CREATE TABLE contacts (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    seq  INTEGER NOT NULL
) STRICT;

-- The columns after `seq` are reckoned from history, visits and policy, and renewed with them.
CREATE TABLE households (
    id              TEXT PRIMARY KEY,
    code            TEXT NOT NULL UNIQUE,
    facts           TEXT NOT NULL CHECK (json_valid(facts)),
    roster          TEXT CHECK (roster IS NULL OR json_valid(roster)),
    on_file_since   TEXT NOT NULL,
    name            TEXT GENERATED ALWAYS AS (facts ->> '$.name') STORED,
    township        TEXT GENERATED ALWAYS AS (facts ->> '$.township') STORED,
    village         TEXT GENERATED ALWAYS AS (facts ->> '$.village') STORED,
    village_group   TEXT GENERATED ALWAYS AS (facts ->> '$.group') STORED,
    contact         TEXT GENERATED ALWAYS AS (facts ->> '$.contact') STORED,
    phone           TEXT GENERATED ALWAYS AS (facts ->> '$.phone') STORED,
    id_number       TEXT GENERATED ALWAYS AS (facts ->> '$.id_number') STORED,
    population      TEXT GENERATED ALWAYS AS (facts ->> '$.population') STORED,
    household_type  TEXT GENERATED ALWAYS AS (facts ->> '$.household_type') STORED,
    category        TEXT GENERATED ALWAYS AS (facts ->> '$.category') STORED,
    seq             INTEGER NOT NULL,
    class           TEXT,
    since           TEXT,
    since_defaulted INTEGER NOT NULL DEFAULT 0,
    active          INTEGER NOT NULL DEFAULT 1,
    last_counted_on TEXT,
    last_mode       TEXT,
    due_on          TEXT
) STRICT;
CREATE INDEX households_by_due_date ON households (active, due_on IS NULL, due_on, code);

CREATE TABLE members (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    code         TEXT,
    place        INTEGER NOT NULL,
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    roster       TEXT CHECK (roster IS NULL OR json_valid(roster)),
    removed      INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX members_of_household ON members (household_id, place);

CREATE TABLE status_changes (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    changed_on   TEXT NOT NULL,
    defaulted    INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX status_changes_of_household ON status_changes (household_id, seq);

CREATE TABLE visits (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    visited_on   TEXT NOT NULL,
    entered_at   TEXT NOT NULL,
    origin       TEXT NOT NULL,
    purpose      TEXT,
    mode         TEXT,
    outcome      TEXT NOT NULL,
    visitors     TEXT NOT NULL CHECK (json_valid(visitors)),
    met          TEXT CHECK (met IS NULL OR json_valid(met)),
    findings     TEXT NOT NULL CHECK (json_valid(findings)),
    note         TEXT NOT NULL,
    voided       INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX visits_of_household ON visits (household_id, visited_on, seq);

CREATE TABLE visit_checks (
    visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
    subject  TEXT NOT NULL,
    answer   TEXT NOT NULL,
    note     TEXT NOT NULL,
    PRIMARY KEY (visit_id, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE incomes (
    id                 TEXT PRIMARY KEY,
    household_id       TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    visit_id           TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
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
CREATE INDEX incomes_of_household ON incomes (household_id, month, seq);

CREATE TABLE problems (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
    visit_id     TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
    what         TEXT NOT NULL,
    subject      TEXT,
    unit         TEXT NOT NULL,
    deadline     TEXT,
    state        TEXT NOT NULL,
    found_on     TEXT NOT NULL,
    voided       INTEGER NOT NULL,
    seq          INTEGER NOT NULL
) STRICT;
CREATE INDEX problems_of_household ON problems (household_id, seq);

-- What was typed and not saved: one draft a form and household (none: a new household), and one for
-- each visit that is being corrected.
CREATE TABLE drafts (
    id           TEXT PRIMARY KEY,
    form         TEXT NOT NULL,
    household_id TEXT REFERENCES households (id) ON DELETE CASCADE,
    visit_id     TEXT REFERENCES visits (id) ON DELETE CASCADE,
    saved_at     TEXT NOT NULL,
    body         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_draft_a_form ON drafts (form, ifnull(household_id, ''), ifnull(visit_id, ''));
