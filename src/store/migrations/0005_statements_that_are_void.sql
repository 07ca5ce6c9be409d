-- A change of status, an attestation, the reasons of a fall, a village's population, a water report that
-- were recorded by mistake are void, and stay readable.

ALTER TABLE status_changes ADD COLUMN voided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attestations ADD COLUMN voided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fall_reasons ADD COLUMN voided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE village_populations ADD COLUMN voided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE water_reports ADD COLUMN voided INTEGER NOT NULL DEFAULT 0;

-- The last visit that does not count and came after all that do, kept beside the row as the due date is.
ALTER TABLE households ADD COLUMN last_try_on TEXT;
ALTER TABLE households ADD COLUMN last_try TEXT;

-- One number a village, of those that are not void.
DROP INDEX population_of_village;
CREATE UNIQUE INDEX population_of_village ON village_populations (township, village) WHERE voided = 0;
