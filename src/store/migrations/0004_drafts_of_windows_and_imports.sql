-- Two windows on one form, or two people, each keep a draft of their own: a draft knows who typed it and
-- in which window (none: a draft of the forms before this one). And the newest day of a visit is found
-- without looking at every visit, and a household by its head's ID number or by its village and name, as
-- lists without codes need it.

ALTER TABLE drafts ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN window_id TEXT NOT NULL DEFAULT '';

DROP INDEX one_draft_a_form;
CREATE UNIQUE INDEX one_draft_a_form_window_and_author
    ON drafts (form, ifnull(household_id, ''), ifnull(visit_id, ''), window_id, author);

CREATE INDEX households_by_id_number ON households (id_number);
CREATE INDEX households_by_name ON households (village, name);
CREATE INDEX visits_by_day ON visits (visited_on) WHERE voided = 0;

-- Not a projection: what was imported here, as settings and drafts are what was set and typed here.
-- `first_seq` to `last_seq` are the revisions that it wrote, none where the last is below the first;
-- `undone` says each time that it was taken back: who, when, by which revisions, but for which households.
CREATE TABLE imports (
    number      INTEGER PRIMARY KEY,
    file_name   TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    author      TEXT NOT NULL,
    first_seq   INTEGER NOT NULL,
    last_seq    INTEGER NOT NULL,
    counts      TEXT NOT NULL CHECK (json_valid(counts)),
    outcome     TEXT NOT NULL CHECK (json_valid(outcome)),
    undone      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(undone))
) STRICT;
