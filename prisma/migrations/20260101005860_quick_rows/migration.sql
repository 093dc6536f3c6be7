-- A period with a placement is seen with it: whoever sees the placement sees its participant, and so the decision. The placement says which
-- decision it is of, so that decision, participant and the participant's placements are not looked up for each period anew.
DROP POLICY seen_by_decision ON service_period;
CREATE POLICY seen_by_decision ON service_period TO portal_app USING (CASE WHEN placement_id IS NULL
  THEN EXISTS (SELECT 1 FROM decision d WHERE d.id = service_period.decision_id)
  ELSE EXISTS (SELECT 1 FROM placement p WHERE p.id = service_period.placement_id AND p.decision_id = service_period.decision_id) END);

-- Few reports have another actor's measure; asked for by index, row-level security is asked about those alone.
CREATE INDEX report_row_other_actor ON report_row (report_id) WHERE activity = 'otherActor';
