import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import {
  type Claimed,
  type EvidenceStage,
  NOW,
  openEvidenceStage,
} from '#lib/server/evidence/testing/evidence-stage.ts';
import { newId } from '#lib/server/ids.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

// Whom the application's own role can write to by name, whatever it asks the database for.
let stage: EvidenceStage;
let claimed: Claimed;
let caseworker: AuthorityActor;
beforeAll(async () => {
  stage = await openEvidenceStage();
  caseworker = await buildAuthorityActor(stage.owner, 'caseworker');
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.owner.$executeRaw`DELETE FROM notification`;
  claimed = await stage.claimed();
});

type Subject = { readonly type: string; readonly id: string };

/** Who is told where the actor names everybody there is, about a subject of the placement. */
async function told(
  actor: Actor,
  subject: Subject,
  placementId = claimed.placement.id,
): Promise<readonly string[]> {
  const persons = await stage.owner.person.findMany({ select: { id: true } });
  const what = {
    event: 'outcomeDecided',
    group: 'outcomes',
    path: '/notifications',
    mail: 'none',
    gathered: false,
    placement: placementId,
    subjectType: subject.type,
    subject: subject.id,
    at: NOW.toISOString(),
    persons: persons.map(({ id }) => id),
    coach: false,
    participant: false,
    providerRoles: [],
  };
  await inTransaction(
    stage.app,
    actor,
    (tx) => tx.$executeRaw`SELECT app.notify(${JSON.stringify(what)}::jsonb)`,
  );
  const rows = await stage.owner.notification.findMany({ where: { organisation: 'authority' } });
  return rows.map(({ personId }) => personId);
}
const outcome = (): Subject => ({ type: 'outcome', id: claimed.outcomeId });

test('nobody at the authority is written to by name, but whom the subject names', async () => {
  expect(await told(stage.coach, outcome())).toEqual([]);
  for (const type of ['placement', 'document', 'report', 'dispute', 'person'])
    expect(await told(stage.coach, { type, id: newId() })).toEqual([]);
  expect(await told(stage.reviewer, outcome())).toEqual([]);
});

test('who wrote an outcome down is told of it', async () => {
  const { placement } = await stage.claimed();
  await stage.owner.outcome.updateMany({
    where: { placementId: placement.id },
    data: { status: 'withdrawn' },
  });
  const by = { submittedByPersonId: caseworker.personId, number: 2, from: '2026-03-02' };
  const id = await buildOutcome(stage.owner, { placement, ...by });
  expect(await told(stage.reviewer, { type: 'outcome', id }, placement.id)).toEqual([caseworker.personId]);
  // Not by the outcome of somebody else's placement.
  await stage.owner.$executeRaw`DELETE FROM notification`;
  expect(await told(stage.coach, { type: 'outcome', id })).toEqual([]);
});

test('who has taken a report is told of it', async () => {
  const id = await buildStoredReport(stage.owner, { placement: claimed.placement, month: '2026-01' });
  expect(await told(stage.coach, { type: 'report', id })).toEqual([]);
  await stage.owner.report.update({
    where: { id },
    data: { status: 'inReview', takenByPersonId: stage.reviewer.personId, takenAt: NOW },
  });
  expect(await told(stage.coach, { type: 'report', id })).toEqual([stage.reviewer.personId]);
});

test('a participant names nobody at the provider, an employer who asked them alone', async () => {
  const colleague = await stage.staff('reporter');
  const atProvider = async (): Promise<readonly string[]> =>
    (await stage.owner.notification.findMany({ where: { organisation: 'provider' } })).map(
      ({ personId }) => personId,
    );
  await told(await buildParticipantActor(stage.owner, claimed.placement.participant), outcome());
  expect(await atProvider()).toEqual([]);
  const question = { outcomeId: claimed.outcomeId, employment: '0', email: 'berit@bageriet.example.se' };
  const asked = await stage.run(
    askEmployer,
    { ...question, contactName: 'Berit Berg', locale: 'sv' },
    { actor: stage.coach, now: NOW },
  );
  const confirmationId = asked.ok ? asked.value.confirmationId : '';
  await told({ kind: 'employer', confirmationId }, outcome());
  expect(await atProvider()).toEqual([stage.coach.personId]);
  await told(stage.coach, outcome());
  expect(await atProvider()).toContain(colleague.personId);
});
