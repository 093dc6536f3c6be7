import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { documentQueue } from '#lib/server/document/document-queue.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { newId } from '#lib/server/ids.ts';
import { supportedEmploymentKind } from '#lib/server/supported-employment/supported-employment-kind.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;
let coach: ProviderActor;
let assessor: AuthorityActor;
let placement: BuiltPlacement;
beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  assessor = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'assess' });
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office });
});

const CONTENT = {
  employerName: 'Bageriet i Ronneby AB',
  employerKind: 'organisation',
  employerOrgNo: '559945-8022',
  contact: 'Eva Ek, 0457-000 00',
  duties: 'Baka och packa',
  extentPercent: '75',
  startsOn: '2026-03-16',
  support: 'newStart',
  answerBy: '2026-03-09',
  message: '',
};

const by = (actor: Actor) => ({
  database: world.app,
  actor,
  now: new Date('2026-03-02T11:00:00Z'),
  idempotencyKey: newId(),
});

async function sent(change: Partial<typeof CONTENT> = {}, more: object = {}): Promise<string> {
  const content = { ...CONTENT, ...change };
  const asked = { placementId: placement.id, replacesId: null, draftId: null, typed: content };
  const form = await ask(documentForm(supportedEmploymentKind), asked, by(coach));
  const confirmed = form.ok ? form.value.preview?.contentHash : undefined;
  const input = { placementId: placement.id, content, confirmed, ...more };
  const result = await execute(submitDocument(supportedEmploymentKind), input, by(coach));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.documentId;
}

async function decide(documentId: string, change: object) {
  const { version } = await world.owner.document.findUniqueOrThrow({ where: { id: documentId } });
  const answer = { support: '', from: '', through: '' };
  const input = { documentId, version, reason: '', answer, ...change };
  return await execute(decideDocument(supportedEmploymentKind), input, by(assessor));
}

describe('supported employment', () => {
  it('waits before what needs no answer by a day, the soonest first', async () => {
    const later = await sent({ startsOn: '2026-04-01', answerBy: '2026-03-20' });
    const sooner = await sent({ answerBy: '2026-03-04' });
    const filter = { kind: 'supportedEmployment', show: 'all', q: '', page: 1 } as const;
    const queue = await ask(documentQueue, filter, by(assessor));
    expect(queue.ok && queue.value.documents.map(({ id }) => id)).toEqual([sooner, later]);
  });

  it('is granted for days, which provider and participant read', async () => {
    const documentId = await sent();
    const grant = { support: 'newStart', from: '2026-03-16', through: '2026-09-15' };
    expect(await decide(documentId, { verdict: 'approve' })).toMatchObject({
      error: {
        problem: {
          errors: [
            { pointer: '/answer/support' },
            { pointer: '/answer/from' },
            { pointer: '/answer/through' },
          ],
        },
      },
    });
    expect(await decide(documentId, { verdict: 'approve', answer: grant })).toMatchObject({ ok: true });
    const participant = await buildParticipantActor(world.owner, placement.participant);
    // oxlint-disable-next-line no-await-in-loop -- one reader after the other
    for (const actor of [coach, participant])
      expect(await ask(documentPage(supportedEmploymentKind), { documentId }, by(actor))).toMatchObject({
        ok: true,
        value: {
          document: {
            status: 'approved',
            decision: { support: 'newStart', from: '2026-03-16', to: '2026-09-16' },
          },
        },
      });
  });

  it('is refused with why, and asked for again as a new request', async () => {
    const documentId = await sent();
    const reason = 'Arbetsgivaren har skulder som hindrar stödet.';
    expect(await decide(documentId, { verdict: 'reject', reason })).toMatchObject({ ok: true });
    expect(await sent({ employerName: 'Caféet på torget', employerOrgNo: '556036-0793' })).not.toBe(
      documentId,
    );
  });

  it('that is decided is not changed any more', async () => {
    const documentId = await sent();
    await decide(documentId, { verdict: 'reject', reason: 'Uppgifterna om lönen saknas helt.' });
    const { version } = await world.owner.document.findUniqueOrThrow({ where: { id: documentId } });
    const replaces = { replacesId: documentId, replacesVersion: version, why: 'Lönen är nu med.' };
    await expect(sent({ duties: 'Baka' }, replaces)).rejects.toThrow('notCorrectable');
  });
});
