import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/client.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { openSwitching, type Switching, valueOf } from '#lib/server/provider-switch/testing/switching.ts';
import {
  buildStage,
  type CorrectionStage,
  decide,
  decideCorrection,
  draftCorrection,
  NOW,
  type Sent,
  sendMonth,
  signCorrection,
} from '#lib/server/report/correction/testing/correction-stage.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';

/** Takes away who was told what and where, in the order of people, events and paths. */
async function takeTold(owner: Database): Promise<readonly (readonly string[])[]> {
  const told = await owner.notification.findMany({
    select: { personId: true, event: true, path: true },
    orderBy: [{ personId: 'asc' }, { event: 'asc' }, { path: 'asc' }],
  });
  await owner.notification.deleteMany();
  return told.map(({ personId, event, path }) => [personId, event, path]);
}
const inOrder = (rows: readonly (readonly string[])[]) =>
  rows.toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));

describe('a decision on a report', () => {
  let stage: CorrectionStage;
  let owner: Database;
  let sent: Sent;
  beforeAll(async () => {
    stage = await buildStage();
    ({ owner } = stage.world);
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    sent = await sendMonth(stage.world);
    const { coach, placement } = sent;
    await owner.placement.update({ where: { id: placement.id }, data: { coachPersonId: coach.personId } });
    await takeTold(owner);
  });

  test.each([
    ['return', 'reportReturned'],
    ['proposeReject', 'rejectionProposed'],
  ] as const)('to %s reaches who attested it and the coach', async (decision, event) => {
    const { coach, signatory, reportId } = sent;
    await decide(stage.world, stage.reviewer, reportId, decision);
    const path = `/provider/reports/${reportId}`;
    expect(await takeTold(owner)).toEqual(
      inOrder([
        [coach.personId, event, path],
        [signatory.personId, event, path],
      ]),
    );
  });

  test('to approve reaches who attested it, once for the month however many there are', async () => {
    const { signatory, reportId } = sent;
    await decide(stage.world, stage.reviewer, reportId, 'approve');
    expect(await owner.notification.findMany({ select: { placementId: true } })).toEqual([
      { placementId: null },
    ]);
    expect(await takeTold(owner)).toEqual([
      [signatory.personId, 'reportApproved', '/provider/months/2026-03'],
    ]);
  });

  test('is corrected before the reviewers, and what they say of that reaches who signed it and the coach', async () => {
    const { coach, signatory, reportId } = sent;
    await decide(stage.world, stage.reviewer, reportId, 'approve');
    await takeTold(owner);
    await draftCorrection(stage.world, sent, 360);
    const { correctionId } = valueOf(await signCorrection(stage.world, sent));
    expect(await takeTold(owner)).toEqual(
      inOrder(
        [stage.reviewer, stage.colleague].map((to) => [
          to.personId,
          'correctionArrived',
          '/review/corrections',
        ]),
      ),
    );
    await decideCorrection(stage.world, stage.colleague, correctionId, 'reject');
    const path = `/provider/reports/${reportId}`;
    expect(await takeTold(owner)).toEqual(
      inOrder([coach, signatory].map((to) => [to.personId, 'correctionRejected', path])),
    );
  });

  test('a coach is given participants: each by itself is told so, many as one, and every participant', async () => {
    const { office, coach } = sent;
    const intake = await stage.world.staff('intake');
    const built = await Promise.all([1, 2, 3].map(() => buildPlacement(owner, { office })));
    const participants = await Promise.all(
      built.map(({ participant }) => buildParticipantActor(owner, participant)),
    );
    const assign = async (placements: readonly { readonly id: string }[]) => {
      const input = {
        coachPersonId: coach.personId,
        placements: placements.map(({ id }) => ({ placementId: id, version: 1 })),
      };
      valueOf(await stage.world.run(assignCoach, input, { actor: intake, now: NOW }));
      return await takeTold(owner);
    };
    const [first, ...others] = built;
    const [participant, ...rest] = participants;
    expect(await assign(first === undefined ? [] : [first])).toEqual(
      inOrder([
        [coach.personId, 'coachAssigned', `/provider/participants/${first?.id ?? ''}`],
        [participant?.personId ?? '', 'coachAssigned', '/participant'],
      ]),
    );
    expect(await assign(others)).toEqual(
      inOrder([
        [coach.personId, 'coachAssigned', '/provider/participants?show=mine'],
        ...rest.map(({ personId }) => [personId, 'coachAssigned', '/participant']),
      ]),
    );
  });
});

describe('a switch of provider', () => {
  let on: Switching;
  beforeAll(async () => {
    on = await openSwitching();
  });
  afterAll(() => on.close());

  test('reaches those who receive participants on both sides, and the coach; so does undoing it', async () => {
    const [before, after] = [await buildOffice(on.owner), await buildOffice(on.owner)];
    const coach = await buildProviderActor(on.owner, 'coach', { provider: before.provider });
    const giving = await buildProviderActor(on.owner, 'intake', { provider: before.provider });
    const getting = await buildProviderActor(on.owner, 'intake', {
      provider: after.provider,
      offices: [after],
    });
    const placed = await on.placed({ office: before, coachPersonId: coach.personId });
    await takeTold(on.owner);
    const { switchId, placementId } = valueOf(await on.switchTo(placed, after));
    const old = `/provider/participants/${placed.placement.id}`;
    expect(await takeTold(on.owner)).toEqual(
      inOrder([
        [coach.personId, 'placementEnding', old],
        [giving.personId, 'placementEnding', old],
        [getting.personId, 'placementStarted', `/provider/participants/${placementId}`],
      ]),
    );
    valueOf(await on.undo(placed, switchId));
    expect(await takeTold(on.owner)).toEqual(
      inOrder([
        [coach.personId, 'placementEndUndone', old],
        [giving.personId, 'placementEndUndone', old],
        [getting.personId, 'placementStartUndone', '/provider/participants'],
      ]),
    );
  });
});
