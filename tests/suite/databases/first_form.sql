-- A village of one household, as the first form of the database held it.
INSERT INTO revisions (seq, id, entity, entity_id, parent, author, device, recorded_at, reason, body) VALUES
  (1, '01900000-0000-7000-8000-000000000101', 'contact', '01900000-0000-7000-8000-000000000006', NULL, '张敏', 'device', '2026-10-30T08:00:00.000Z', NULL,
   '{"id": "01900000-0000-7000-8000-000000000006", "name": "张敏"}');
INSERT INTO revisions (seq, id, entity, entity_id, parent, author, device, recorded_at, reason, body) VALUES
  (2, '01900000-0000-7000-8000-000000000102', 'household', '01900000-0000-7000-8000-000000000001', NULL, '张敏', 'device', '2026-10-30T08:00:00.000Z', NULL,
   '{"id": "01900000-0000-7000-8000-000000000001", "code": "A1", "facts": {"name": "王小明", "village": "石桥村", "category": "edge", "population": "2", "identified_on": "2024-03-01"}, "roster": null, "on_file_since": "2026-01-01"}');
INSERT INTO revisions (seq, id, entity, entity_id, parent, author, device, recorded_at, reason, body) VALUES
  (3, '01900000-0000-7000-8000-000000000103', 'status_change', '01900000-0000-7000-8000-000000000002', NULL, '张敏', 'device', '2026-10-30T08:00:00.000Z', NULL,
   '{"id": "01900000-0000-7000-8000-000000000002", "household_id": "01900000-0000-7000-8000-000000000001", "kind": "identified", "on": "2024-03-01", "defaulted": false}');
INSERT INTO revisions (seq, id, entity, entity_id, parent, author, device, recorded_at, reason, body) VALUES
  (4, '01900000-0000-7000-8000-000000000104', 'visit', '01900000-0000-7000-8000-000000000003', NULL, '张敏', 'device', '2026-10-30T08:00:00.000Z', NULL,
   '{"id": "01900000-0000-7000-8000-000000000003", "household_id": "01900000-0000-7000-8000-000000000001", "visited_on": "2026-10-30", "entered_at": "2026-10-30T08:00:00Z", "origin": "entered", "purpose": "routine", "mode": "home", "outcome": "met", "visitors": ["张敏"], "met": {"member_id": null, "name": "王小明", "relation": "head"}, "findings": {"checks": {"food": {"answer": "at_risk", "note": "口粮不够"}}, "housing_grade": "a", "water": {"quantity": "met"}, "water_source": "tap", "changes": ["nothing"], "policies_due": "", "requests": "", "signature": {"kind": "signed", "reason": ""}}, "note": "", "voided": false}');
INSERT INTO revisions (seq, id, entity, entity_id, parent, author, device, recorded_at, reason, body) VALUES
  (5, '01900000-0000-7000-8000-000000000105', 'month_income', '01900000-0000-7000-8000-000000000004', NULL, '张敏', 'device', '2026-10-30T08:00:00.000Z', NULL,
   '{"id": "01900000-0000-7000-8000-000000000004", "household_id": "01900000-0000-7000-8000-000000000001", "visit_id": "01900000-0000-7000-8000-000000000003", "month": "2026-10", "amounts": {"wage": 300000, "business_gross": 0, "business_cost": 0, "property": 0, "transfer": 0}, "sources": [], "voided": false}');
INSERT INTO revisions (seq, id, entity, entity_id, parent, author, device, recorded_at, reason, body) VALUES
  (6, '01900000-0000-7000-8000-000000000106', 'problem', '01900000-0000-7000-8000-000000000005', NULL, '张敏', 'device', '2026-10-30T08:00:00.000Z', NULL,
   '{"id": "01900000-0000-7000-8000-000000000005", "household_id": "01900000-0000-7000-8000-000000000001", "visit_id": "01900000-0000-7000-8000-000000000003", "what": "口粮不够", "check": "food", "unit": "村委会", "deadline": "2026-12-31", "state": "open", "found_on": "2026-10-30", "voided": false}');
INSERT INTO contacts VALUES ('01900000-0000-7000-8000-000000000006', '张敏', 1);
INSERT INTO households (id, code, facts, roster, on_file_since, seq) VALUES
  ('01900000-0000-7000-8000-000000000001', 'A1', '{"name": "王小明", "village": "石桥村", "category": "edge", "population": "2", "identified_on": "2024-03-01"}', NULL, '2026-01-01', 2);
INSERT INTO status_changes VALUES ('01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', 'identified', '2024-03-01', 0, 3);
INSERT INTO visits VALUES ('01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000001', '2026-10-30', '2026-10-30T08:00:00Z', 'entered', 'routine', 'home', 'met',
  '["张敏"]', '{"member_id": null, "name": "王小明", "relation": "head"}',
  '{"checks": {}, "housing_grade": "a", "water": {"quantity": "met"}, "water_source": "tap", "changes": ["nothing"], "policies_due": "", "requests": "", "signature": {"kind": "signed", "reason": ""}}', '', 0, 4);
INSERT INTO visit_checks VALUES ('01900000-0000-7000-8000-000000000003', 'food', 'at_risk', '口粮不够');
INSERT INTO incomes VALUES ('01900000-0000-7000-8000-000000000004', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000003', '2026-10', 300000, 0, 0, 0, 0, NULL, NULL, '[]', 0, 5);
INSERT INTO problems VALUES ('01900000-0000-7000-8000-000000000005', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000003', '口粮不够', 'food', '村委会', '2026-12-31', 'open', '2026-10-30', 0, 6);
