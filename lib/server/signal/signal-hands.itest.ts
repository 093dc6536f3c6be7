import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import {
  buildDecisionWorld,
  type DecisionWorld,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import { CONTENT, signalling } from '#lib/server/signal/testing/signals.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';

let world: DecisionWorld;
let placement: BuiltPlacement;
let signals: ReturnType<typeof signalling>;

beforeAll(async () => {
  world = await buildDecisionWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await world.place();
  signals = signalling(world, placement);
});

describe('the database', () => {
  const insert = (content: object, submittedOn: string, supersedesId: string | null = null) =>
    inTransaction(world.app, world.coach, async (tx) => {
      const id = newId();
      const before =
        supersedesId === null ? null : await tx.document.findUniqueOrThrow({ where: { id: supersedesId } });
      if (before !== null) {
        await tx.document.update({ where: { id: before.id }, data: { status: 'superseded' } });
        await tx.documentEvent.create({
          data: {
            id: newId(),
            documentId: before.id,
            act: 'superseded',
            personId: world.coach.personId,
            role: 'coach',
            at: new Date(),
          },
        });
      }
      await tx.document.create({
        data: {
          id,
          threadId: before?.threadId ?? id,
          number: (before?.number ?? 0) + 1,
          supersedesId,
          kind: 'signal',
          placementId: placement.id,
          status: 'submitted',
          content,
          contentHash: 'x',
          submittedOn: new Date(`${submittedOn}T00:00:00Z`),
          submittedAt: new Date(`${submittedOn}T08:00:00Z`),
          submittedByPersonId: world.coach.personId,
          desk: 'assess',
        },
      });
      await tx.documentEvent.create({
        data: {
          id: newId(),
          documentId: id,
          act: 'submitted',
          personId: world.coach.personId,
          role: 'coach',
          at: new Date(),
        },
      });
    });

  it('lets nobody date a signal back, nor give another kind of work the day of the first', async () => {
    const content = { ...CONTENT, extentPercent: 100, appliedOn: null, signalledOn: '2026-02-01' };
    await expect(insert(content, '2026-03-02')).rejects.toThrow(
      'a signal counts from the day that it came in',
    );
    await expect(insert({ ...content, signalledOn: null }, '2026-03-02')).rejects.toThrow('a signal counts');
    const first = await signals.sent();
    const told = { ...content, signalledOn: '2026-03-02' };
    await expect(insert({ ...told, type: 'studies' }, '2026-04-02', first)).rejects.toThrow(
      'a signal counts',
    );
    await expect(insert(told, '2026-04-02', first)).resolves.toBeUndefined();
  });

  it('lets no caseworker without the mandate end a placement, nor anybody without a decision', async () => {
    const data = { end: new Date('2026-04-01T00:00:00Z'), endReason: 'outcome' as const };
    for (const actor of [world.coach, world.assessor, world.decider]) {
      await expect(
        inTransaction(world.app, actor, (tx) => tx.placement.update({ where: { id: placement.id }, data })),
      ).rejects.toThrow('a placement is not changed so');
    }
    await expect(
      inTransaction(world.app, world.assessor, (tx) =>
        tx.placementDecision.create({
          data: {
            id: newId(),
            placementId: placement.id,
            kind: 'end',
            onDay: data.end,
            endReason: 'outcome',
            decidedByPersonId: world.assessor.personId,
            decidedAt: new Date(),
          },
        }),
      ),
    ).rejects.toThrow('a caseworker with the mandate decides');
  });
});
