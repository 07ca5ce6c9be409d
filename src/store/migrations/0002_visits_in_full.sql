-- What a visit must look at in full: how a problem ended, and the water reports of villages. What else
-- a visit finds rides in its findings.

ALTER TABLE problems ADD COLUMN closing TEXT CHECK (closing IS NULL OR json_valid(closing));

CREATE TABLE water_reports (
    id        TEXT PRIMARY KEY,
    township  TEXT NOT NULL,
    village   TEXT NOT NULL,
    tested_on TEXT NOT NULL,
    level     TEXT NOT NULL,
    note      TEXT NOT NULL,
    seq       INTEGER NOT NULL
) STRICT;
CREATE INDEX water_reports_of_village ON water_reports (township, village, tested_on, seq);

-- The records of a visit, for its history and for voiding it.
CREATE INDEX incomes_of_visit ON incomes (visit_id);
CREATE INDEX problems_of_visit ON problems (visit_id);
