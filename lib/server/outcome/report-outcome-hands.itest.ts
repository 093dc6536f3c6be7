import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import {
  buildOutcomeReports,
  type OutcomeReports,
  reporting,
} from '#lib/server/outcome/testing/outcome-reports.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';

let world: OutcomeReports;
let placement: BuiltPlacement;
let reports: ReturnType<typeof reporting>;

beforeAll(async () => {
  world = await buildOutcomeReports();
});
afterAll(() => world.close());
beforeEach(async () => {
  // Level B, 2 January to 30 June 2026.
  placement = await buildPlacement(world.owner, { office: world.office, level: 'B' });
  reports = reporting(world, placement);
});

describe('the database lets nobody', () => {
  const row = (actor: ProviderActor | AuthorityActor, change: object = {}) => ({
    id: newId(),
    placementId: placement.id,
    type: 'employment' as const,
    from: new Date('2026-04-01T00:00:00Z'),
    signalledOn: new Date('2026-03-16T00:00:00Z'),
    status: 'submitted' as const,
    submittedAt: new Date(),
    submittedByPersonId: actor.personId,
    ...change,
  });
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(world.app, actor, work);

  it('report an outcome without a confirmed signal, from another day than its signal, or in another’s name', async () => {
    const create = (actor: ProviderActor, change: object = {}) =>
      as(actor, (tx) => tx.outcome.create({ data: row(actor, change) }));
    await expect(create(world.coach)).rejects.toThrow('whose signal is confirmed');
    await reports.signalled();
    await expect(create(world.coach, { signalledOn: new Date('2026-03-01T00:00:00Z') })).rejects.toThrow(
      'whose signal is confirmed',
    );
    await expect(create(world.coach, { submittedByPersonId: world.reporter.personId })).rejects.toThrow(
      'an outcome is reported by',
    );
    await expect(create(world.coach, { status: 'approved' })).rejects.toThrow('an outcome is reported by');
    await expect(create(world.coach, { verifiedThrough: new Date('2026-08-01T00:00:00Z') })).rejects.toThrow(
      'an outcome is reported by',
    );
    await expect(create(world.stranger)).rejects.toThrow('row-level security');
    await expect(create(world.elsewhereReporter)).rejects.toThrow('row-level security');
    await expect(create(world.coach)).resolves.toBeDefined();
  });

  it('take back what has been decided, decide, or put nothing in a report’s place', async () => {
    await reports.signalled();
    const id = await reports.sent();
    const move = (actor: Actor, data: object) =>
      as(actor, (tx) => tx.outcome.update({ where: { id }, data }));
    await expect(move(world.coach, { status: 'superseded' })).rejects.toThrow('superseded by a version');
    await expect(move(world.coach, { status: 'approved' })).rejects.toThrow('as a reviewer decided');
    await expect(move(world.coach, { verifiedThrough: new Date('2026-08-01T00:00:00Z') })).rejects.toThrow(
      'as a reviewer decided',
    );
    await reports.decide(id, { decision: 'approve', verifiedLastDay: '' });
    await expect(move(world.coach, { status: 'withdrawn' })).rejects.toThrow('nobody has decided on');
    expect((await reports.stored(id)).status).toBe('approved');
  });
});
