-- --- Hands that reached too far -------------------------------------------------------------------------------------------
-- A check that comes out as unknown lets the row in: on a document that nobody has taken, only who takes or decides writes.
CREATE OR REPLACE FUNCTION guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person uuid := app.person_id(); role text := app.setting('role'); before document%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.supersedes_id IS NOT NULL THEN
      SELECT * INTO STRICT before FROM document WHERE id = NEW.supersedes_id;
      IF (before.thread_id, before.kind, before.placement_id, before.number + 1, before.status)
        IS DISTINCT FROM (NEW.thread_id, NEW.kind, NEW.placement_id, NEW.number, 'superseded') THEN
        RAISE EXCEPTION 'a version supersedes the one before it' USING ERRCODE = 'restrict_violation';
      END IF;
    END IF;
    IF role IS NOT NULL AND (role NOT IN ('coach', 'reporter', 'signatory') OR NEW.submitted_by_person_id IS DISTINCT FROM person
        OR NEW.status <> 'submitted' OR num_nonnulls(NEW.handed_up_by_person_id, NEW.taken_by_person_id, NEW.complete_by, NEW.decision) > 0) THEN
      RAISE EXCEPTION 'a document is submitted by somebody at the provider, in the own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.thread_id, OLD.number, OLD.supersedes_id, OLD.kind, OLD.placement_id, OLD.content, OLD.content_hash, OLD.why, OLD.due_on,
      OLD.submitted_on, OLD.submitted_at, OLD.submitted_by_person_id)
    IS DISTINCT FROM
     (NEW.thread_id, NEW.number, NEW.supersedes_id, NEW.kind, NEW.placement_id, NEW.content, NEW.content_hash, NEW.why, NEW.due_on,
      NEW.submitted_on, NEW.submitted_at, NEW.submitted_by_person_id) THEN
    RAISE EXCEPTION 'a submitted document is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'submitted' THEN NEW.status IN ('inReview', 'approved', 'returned', 'rejected', 'superseded', 'withdrawn')
      WHEN 'inReview' THEN NEW.status IN ('submitted', 'approved', 'returned', 'rejected', 'superseded')
      -- What days of service rest on is not corrected, but decided anew.
      WHEN 'approved' THEN NEW.status = 'superseded' AND OLD.kind NOT IN ('extension', 'interruptionRequest')
      WHEN 'returned' THEN NEW.status = 'superseded'
      ELSE false END))
    OR (OLD.desk <> NEW.desk AND NOT (OLD.desk = 'assess' AND NEW.desk = 'decide' AND NEW.handed_up_by_person_id IS NOT NULL AND NEW.status = 'submitted'))
    OR (OLD.handed_up_by_person_id IS NOT NULL AND NEW.handed_up_by_person_id IS DISTINCT FROM OLD.handed_up_by_person_id)
    OR (OLD.decided_at IS NOT NULL AND (OLD.decision, OLD.decision_reason, OLD.decided_at, OLD.decided_by_person_id, OLD.complete_by)
      IS DISTINCT FROM (NEW.decision, NEW.decision_reason, NEW.decided_at, NEW.decided_by_person_id, NEW.complete_by))
    OR (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL AND NEW.status NOT IN ('approved', 'returned', 'rejected')) THEN
    RAISE EXCEPTION 'a document of % at % does not become %', OLD.status, OLD.desk, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  IF role IS NOT NULL AND NOT (CASE
      WHEN NEW.status = 'withdrawn' THEN role IN ('coach', 'reporter', 'signatory')
      WHEN NEW.status = 'superseded' THEN role IN ('coach', 'reporter', 'signatory')
      WHEN OLD.desk <> NEW.desk THEN app.at_desk(OLD.desk) AND NEW.handed_up_by_person_id = person
      WHEN NEW.status = 'inReview' THEN app.at_desk(OLD.desk) AND NEW.taken_by_person_id = person AND coalesce(OLD.taken_by_person_id = person, true)
      WHEN NEW.status = 'submitted' THEN coalesce(OLD.taken_by_person_id = person, false)
      ELSE app.at_desk(OLD.desk) AND NEW.decided_by_person_id = person END) THEN
    RAISE EXCEPTION 'a document does not become % by the hand of %', NEW.status, role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whoever assessed a case does not decide it.
ALTER TABLE document ADD CONSTRAINT document_assessed_by_another CHECK (decided_by_person_id <> handed_up_by_person_id);

-- What happened to a document is told by who does it: nobody else writes a decision into its history.
CREATE OR REPLACE FUNCTION guard_document_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person uuid := app.person_id(); role text := app.setting('role'); told document%ROWTYPE;
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO told FROM document WHERE id = NEW.document_id;
  IF (NEW.person_id, NEW.role) IS DISTINCT FROM (person, role) OR NOT coalesce(CASE
      WHEN NEW.act IN ('approved', 'returned', 'rejected') THEN told.status = NEW.act AND told.decided_by_person_id = person
      WHEN NEW.act IN ('taken', 'handedBack', 'handedUp') THEN role IN ('caseworker', 'reviewer')
      WHEN NEW.act = 'submitted' THEN told.submitted_by_person_id = person
      WHEN NEW.act IN ('superseded', 'withdrawn') THEN told.status = NEW.act AND role IN ('coach', 'reporter', 'signatory')
      ELSE role IN ('coach', 'reporter', 'signatory', 'caseworker', 'reviewer') END, false) THEN
    RAISE EXCEPTION 'an event is told by who does it, in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- An end that a caseworker decided is not the participant's to undo: they leave by a switch, and come back from it.
CREATE OR REPLACE FUNCTION guard_placement_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF (TG_OP = 'INSERT' AND role <> 'participant')
    OR (TG_OP = 'UPDATE' AND (
      (OLD.cancelled_at IS DISTINCT FROM NEW.cancelled_at AND role <> 'participant')
      OR ((OLD."end", OLD.end_reason) IS DISTINCT FROM (NEW."end", NEW.end_reason)
        AND NOT (role = 'participant' AND coalesce(OLD.end_reason, 'switch') = 'switch' AND coalesce(NEW.end_reason, 'switch') = 'switch')
        AND NOT (role = 'caseworker'
        AND app.is_decided(NEW.id, CASE WHEN NEW."end" IS NULL THEN 'takenBack' ELSE 'end' END, NEW."end", NEW.end_reason)))
      OR (OLD."to" <> NEW."to" AND NOT (role = 'caseworker' AND app.is_decided(NEW.id, 'extension', NEW."to", NULL)))
      OR (OLD.coach_person_id IS DISTINCT FROM NEW.coach_person_id AND role NOT IN ('intake', 'providerAdmin')))) THEN
    RAISE EXCEPTION 'a placement is not changed so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- An employer has a role of its own: whatever is let through for jobs, which have none, is not let through for a link. It
-- tells of the placement that it was asked about, while it may answer.
CREATE OR REPLACE FUNCTION app.notify(p_told jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  told record;
  l placement%ROWTYPE;
  about_person uuid;
  today date;
BEGIN
  SELECT * INTO told FROM jsonb_to_record(p_told) AS x (event text, "group" text, document text, placement uuid, provider uuid,
    "subjectType" text, subject uuid, path text, gathered boolean, mail text, at timestamptz, persons uuid[], coach boolean, participant boolean, "providerRoles" text[],
    desk text, "authorityRole" text);
  today := (told.at AT TIME ZONE 'Europe/Stockholm')::date;
  IF told.placement IS NOT NULL THEN
    SELECT * INTO l FROM placement p WHERE p.id = told.placement AND (app.setting('role') IS NULL OR (
      (NOT p.protected OR p.participant_id = app.participant_id() OR p.participant_id = ANY (app.named_for()))
      AND (app.is_authority() OR p.participant_id = app.participant_id()
        OR EXISTS (SELECT 1 FROM employer_confirmation c WHERE c.placement_id = p.id AND app.answers(c.id))
        OR (p.provider_id = app.provider_id() AND (app.all_offices() OR p.office_id = ANY (app.office_ids()))))));
    IF NOT FOUND THEN
      RAISE EXCEPTION 'nobody tells of a placement that they do not see' USING ERRCODE = 'insufficient_privilege';
    END IF;
    told.provider := l.provider_id;
    SELECT q.person_id INTO about_person FROM participant q WHERE q.id = l.participant_id;
  ELSIF told.provider IS NOT NULL AND app.setting('role') IS NOT NULL AND NOT app.is_authority()
    AND told.provider IS DISTINCT FROM app.provider_id() THEN
    RAISE EXCEPTION 'nobody tells of another provider' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO notification (person_id, organisation, provider_id, event, event_group, document, placement_id, subject_type, subject_id, path, mail, created_at)
  SELECT DISTINCT m.person_id, m.organisation, m.provider_id, told.event, told."group", told.document,
    CASE WHEN NOT told.gathered THEN l.id END, told."subjectType", told.subject, told.path, told.mail, told.at
  FROM (
    SELECT o.* FROM membership o
    WHERE o.provider_id = told.provider AND (o.role = ANY (told."providerRoles") OR o.person_id = ANY (told.persons)
        OR (told.coach AND (o.person_id = l.coach_person_id OR (l.coach_person_id IS NULL AND o.role = 'intake'))))
      AND (l.id IS NULL OR o.all_offices OR EXISTS (SELECT 1 FROM membership_office x WHERE x.membership_id = o.id AND x.office_id = l.office_id))
    UNION ALL
    SELECT o.* FROM membership o WHERE o.organisation = 'authority' AND o.person_id = ANY (told.persons)
    UNION ALL
    SELECT o.* FROM membership o WHERE o.organisation = 'authority' AND (o.role = told."authorityRole" OR (o.role = 'reviewer' AND told.desk = 'review')
      OR (o.role = 'caseworker' AND (told.desk = 'assess' OR (told.desk = 'decide' AND o.case_mandate = 'decide'))))
    UNION ALL
    SELECT o.* FROM membership o WHERE told.participant AND o.organisation = 'self' AND o.person_id = about_person
  ) m
  WHERE m.valid_from <= today AND (m.valid_to IS NULL OR m.valid_to > today) AND m.person_id IS DISTINCT FROM app.person_id()
    AND (l.id IS NULL OR NOT l.protected OR m.organisation = 'self'
      OR EXISTS (SELECT 1 FROM protected_access a WHERE a.person_id = m.person_id AND a.participant_id = l.participant_id))
  ORDER BY m.person_id
  ON CONFLICT DO NOTHING;
END $$;

-- The coach goes on in the transaction that gives the period, from its first day, and in no other.
CREATE OR REPLACE FUNCTION app.carry_coach_over(p_id uuid, p_placement uuid, p_day date, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE caller text := app.setting('role'); who uuid := app.person_id(); held placement%ROWTYPE; outcome text;
BEGIN
  IF caller IS NOT NULL AND (caller <> 'caseworker' OR NOT EXISTS (SELECT 1 FROM placement_decision d
      JOIN service_period s ON s.placement_id = d.placement_id AND s.number = 2 AND s."from" = p_day AND s.xmin = d.xmin
      WHERE d.placement_id = p_placement AND d.kind = 'extension' AND d.xmin = pg_current_xact_id()::xid)) THEN
    RAISE EXCEPTION 'a new period is carried out by a caseworker' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO STRICT held FROM placement WHERE id = p_placement FOR UPDATE;
  IF held.coach_person_id IS NULL THEN RETURN 'none'; END IF;
  outcome := CASE WHEN app.is_coach(held.coach_person_id, held.provider_id, p_day) THEN 'kept' ELSE 'returned' END;
  PERFORM set_config('app.role', '', true);
  INSERT INTO coach_change (id, batch_id, placement_id, kind, from_person_id, to_person_id, by_person_id, at)
    VALUES (p_id, p_id, p_placement, outcome, held.coach_person_id, CASE outcome WHEN 'kept' THEN held.coach_person_id END, who, p_at);
  IF outcome = 'returned' THEN UPDATE placement SET coach_person_id = NULL, version = version + 1 WHERE id = p_placement; END IF;
  PERFORM set_config('app.role', coalesce(caller, ''), true);
  RETURN outcome;
END $$;

-- Nor does anybody judge evidence of an outcome that stands in their name.
CREATE OR REPLACE FUNCTION guard_evidence_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE piece evidence%ROWTYPE; submitter uuid;
BEGIN
  SELECT * INTO STRICT piece FROM evidence WHERE id = NEW.evidence_id;
  SELECT o.submitted_by_person_id INTO submitter FROM outcome o WHERE o.id = NEW.outcome_id AND o.placement_id = piece.placement_id;
  IF NOT FOUND OR piece.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'evidence is judged with its outcome, while it stands' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.decided_by_person_id IN (piece.given_by_person_id, submitter)
    OR EXISTS (SELECT 1 FROM outcome o WHERE o.placement_id = piece.placement_id AND o.status NOT IN ('superseded', 'withdrawn')
      AND o.submitted_by_person_id = NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'nobody judges what they submitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whom a participant did not come to after all reads nothing that is written later. Days end at midnight in Sweden.
DROP POLICY through_placement ON experience;
CREATE POLICY through_placement ON experience FOR SELECT TO portal_app USING (
  participant_id = (SELECT app.participant_id())
  OR EXISTS (SELECT 1 FROM placement p WHERE p.id = experience.placement_id)
  OR (source = 'participant' AND NOT (SELECT app.is_authority()) AND EXISTS (SELECT 1 FROM placement p
    WHERE p.participant_id = experience.participant_id AND p.cancelled_at IS NULL
      AND coalesce(p."end", p."to") > (written_at AT TIME ZONE 'Europe/Stockholm')::date)));

-- Somebody's identity becomes protected: a file that may hold them, and that nobody has fetched yet, is gone.
CREATE FUNCTION forget_exports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  WITH gone AS (UPDATE export SET state = 'gone' WHERE state IN ('running', 'ready')
      AND provider_id IN (SELECT p.provider_id FROM placement p WHERE p.participant_id = NEW.id) RETURNING id)
  DELETE FROM export_chunk c USING gone WHERE c.export_id = gone.id;
  RETURN NULL;
END $$;
CREATE TRIGGER participant_forgets_exports AFTER UPDATE OF protected ON participant FOR EACH ROW
  WHEN (NEW.protected AND NOT OLD.protected) EXECUTE FUNCTION forget_exports();

-- A link that lets somebody attest or administer is sent anew by who invited alone: whoever else could put a link of their
-- own in its place and take it themselves. They take the invitation back, and invite in their own name.
CREATE OR REPLACE FUNCTION guard_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.accepted_at IS NOT NULL OR OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'an invitation that is used or revoked stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  IF app.setting('role') = 'providerAdmin' AND OLD.token_hash <> NEW.token_hash AND NEW.roles && ARRAY['signatory', 'providerAdmin']
    AND NEW.created_by_person_id IS DISTINCT FROM app.person_id() THEN
    RAISE EXCEPTION 'an invitation to attest or administer is sent again by who invited' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Nor is a request to attest decided on before it was made, when nobody else administered.
CREATE OR REPLACE FUNCTION guard_signatory_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF NEW.decided_by_person_id IS DISTINCT FROM app.person_id() OR NEW.decided_at < NEW.requested_at
      OR (NEW.status = 'withdrawn') <> (NEW.person_id = app.person_id())
      OR (role = 'agreementAdmin' AND app.other_administrator(NEW.provider_id, NEW.person_id, auth.day_of(NEW.decided_at))) THEN
    RAISE EXCEPTION 'a request to attest is decided by another administrator, or by the authority where there is none'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Of whoever covers for their coach a participant sees the work at that provider, nothing else that they do.
DROP POLICY covers_own_coach ON membership;
CREATE POLICY covers_own_coach ON membership FOR SELECT TO portal_app USING ((SELECT app.participant_id()) IS NOT NULL
  AND EXISTS (SELECT 1 FROM coach_cover c WHERE c.covering_person_id = membership.person_id AND c.provider_id = membership.provider_id));
