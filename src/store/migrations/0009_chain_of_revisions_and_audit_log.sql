-- Each revision carries its hash and the hash of the one before it on its device, so that a change or a loss
-- anywhere is seen. Who opened, exported, looked at whole numbers stands in a log of its own, which is no
-- evidence about households. A database has a name of its own, by which a copy of it is known.

DROP TRIGGER revisions_are_never_changed;
ALTER TABLE revisions ADD COLUMN previous TEXT;
ALTER TABLE revisions ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE INDEX revisions_of_device ON revisions (device, seq);

CREATE TABLE audit_log (
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    what   TEXT NOT NULL,
    about  TEXT NOT NULL,
    reason TEXT
) STRICT;
CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_is_never_deleted BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

INSERT INTO settings VALUES ('database_id', lower(hex(randomblob(16))));
