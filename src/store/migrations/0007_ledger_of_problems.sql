-- Problems are told back on a day, and closed in a ledger of their own as well as on a visit. Those that are
-- open are few among all that were ever found, and are looked for by household.

ALTER TABLE problems ADD COLUMN told_back_on TEXT;
CREATE INDEX problems_that_are_open ON problems (household_id) WHERE state = 'open' AND voided = 0;
