-- --- Which way a report goes: approved without a person, or to one, and why --------------------------------------------------
ALTER TABLE report
  ADD COLUMN route text NOT NULL DEFAULT 'person' CHECK (route IN ('automatic', 'person')),
  ADD COLUMN route_reason text CHECK (route_reason IN ('clear', 'lowRisk', 'hold', 'risk', 'sample', 'chosen', 'protected', 'reopened', 'correction'));
GRANT UPDATE (route, route_reason) ON report TO portal_app, portal_worker;
