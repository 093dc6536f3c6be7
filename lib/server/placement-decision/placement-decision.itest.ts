import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { endConfirmation } from '#lib/domain/interruption-request/decide-interruption.ts';
import { confirmationOf, effectOfEnd } from '#lib/domain/placement-decision/shown-effect.ts';
import { showPlacement } from '#lib/server/admin/show-placement.ts';
import { sqlStateOf } from '#lib/server/command/database-problem.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { endPlacement } from '#lib/server/placement-decision/end-placement.ts';
import { prepareDecision } from '#lib/server/placement-decision/prepare-decision.ts';
import { takeBackEnd } from '#lib/server/placement-decision/take-back-end.ts';
import {
  buildDecisionWorld,
  codeOf,
  type DecisionWorld,
  valueOf,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

let world: DecisionWorld;
beforeAll(async () => {
  world = await buildDecisionWorld();
});
afterAll(() => world.close());

const DAY = '2026-05-20';
const WHY = 'Deltagaren har flyttat till Malmö.';
const prepared = async (placementId: string) =>
  valueOf(await world.read(prepareDecision, { placementId }, world.at(world.decider, DAY)));

async function end(placement: BuiltPlacement, lastDay = '2026-05-22') {
  const { interruption } = await prepared(placement.id);
  if (interruption.money === null) throw new Error('The kronor are not shown');
  const ended = { end: addDays(plainDate(lastDay), 1), cause: 'moved' } as const;
  const confirmed = endConfirmation(ended, interruption.money);
  const version = await world.versionOf(placement.id);
  const input = { placementId: placement.id, version, lastDay, cause: 'moved', reason: WHY, confirmed };
  return await world.run(endPlacement, input, world.at(world.decider, DAY));
}

async function takeBack(placement: BuiltPlacement, actor: Actor = world.decider) {
  const { interruption } = await prepared(placement.id);
  if (interruption.money === null) throw new Error('The kronor are not shown');
  const confirmed = confirmationOf(null, effectOfEnd(interruption.money, null));
  const version = await world.versionOf(placement.id);
  const input = { placementId: placement.id, version, reason: 'Fel deltagare avslutades.', confirmed };
  return await world.run(takeBackEnd, input, world.at(actor, DAY));
}

describe('a caseworker on their own initiative', () => {
  it('ends a placement, and takes the end back where it was wrong', async () => {
    const placement = await world.place();
    valueOf(await end(placement));
    expect(codeOf(await end(placement))).toBe('alreadyEnded');
    valueOf(await takeBack(placement));
    valueOf(await end(placement, '2026-05-29'));
    const shown = valueOf(
      await world.read(showPlacement, { placementId: placement.id }, world.at(world.decider, DAY)),
    );
    expect(shown.decisions.map(({ kind }) => kind)).toEqual(['end', 'takenBack', 'end']);
    expect(shown).toMatchObject({ end: '2026-05-30', finalReportDueOn: '2026-06-05' });
  });

  it('does neither without the mandate', async () => {
    const placement = await world.place();
    const input = {
      placementId: placement.id,
      version: 1,
      lastDay: '2026-05-22',
      cause: 'moved',
      reason: WHY,
    };
    expect(codeOf(await world.run(endPlacement, input, world.at(world.assessor, DAY)))).toBe(
      'mandateMissing',
    );
    expect(codeOf(await world.run(endPlacement, input, world.at(world.coach, DAY)))).toBe('forbidden');
    valueOf(await end(placement));
    expect(codeOf(await takeBack(placement, world.assessor))).toBe('mandateMissing');
  });

  it('decides on the version that was seen', async () => {
    const placement = await world.place();
    const input = {
      placementId: placement.id,
      version: 9,
      lastDay: '2026-05-22',
      cause: 'moved',
      reason: WHY,
    };
    expect(codeOf(await world.run(endPlacement, input, world.at(world.decider, DAY)))).toBe('conflict');
  });

  it('takes no end back that something rests on', async () => {
    const later = await world.place();
    valueOf(await end(later));
    await buildPlacement(world.owner, {
      office: world.elsewhere,
      participant: later.participant,
      from: '2026-06-15',
    });
    expect(codeOf(await takeBack(later))).toBe('endRests.laterPlacement');
    const switched = await world.place({ end: '2026-05-01', endReason: 'switch' });
    expect(codeOf(await takeBack(switched))).toBe('endRests.notDecidedHere');
  });
});

// What the application's own role may write of a placement's days, whatever statement is sent in its name.
describe('the database holds it too', () => {
  const DENIED = ['42501', '23001', '23P01', '23514'];
  async function isRefused(actor: Actor, statements: readonly string[]): Promise<boolean> {
    try {
      await inTransaction(world.app, actor, async (tx) => {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        for (const statement of statements) await tx.$executeRawUnsafe(statement);
      });
      return false;
    } catch (error: unknown) {
      if (DENIED.includes(sqlStateOf(error) ?? '') || String(error).includes('42501')) return true;
      throw error;
    }
  }
  const decision = (id: string, kind: string, more: string, at = '2026-06-20') =>
    `INSERT INTO placement_decision (id, placement_id, kind, on_day, end_reason, cause, reason, decided_by_person_id, decided_at)
     VALUES ('${newId()}', '${id}', '${kind}', ${more}, 'Ett skäl som räcker.', app.person_id(), '${at}T12:00:00Z')`;
  const extension = (id: string, at?: string) => decision(id, 'extension', `'2026-12-28', NULL, NULL`, at);
  const longer = (id: string) => `UPDATE placement SET "to" = '2026-12-28' WHERE id = '${id}'`;
  const second = (id: string, change: { number?: number; from?: string; to?: string } = {}) =>
    `INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
     SELECT '${newId()}', app.next_implementation_reference(), decision_id, id, ${change.number ?? 2}, '${change.from ?? '2026-07-01'}',
       '${change.to ?? '2026-12-28'}' FROM placement WHERE id = '${id}'`;

  test('a second period comes with its decision, by the hand of who decides', async () => {
    const { id } = await world.place();
    const all = [extension(id), longer(id), second(id)];
    for (const actor of [world.assessor, world.coach]) expect(await isRefused(actor, all)).toBe(true);
    expect(await isRefused(world.decider, [second(id)])).toBe(true);
    expect(await isRefused(world.decider, [longer(id)])).toBe(true);
    expect(await isRefused(world.decider, [longer(id), second(id)])).toBe(true);
    expect(await isRefused(world.decider, all)).toBe(false);
  });

  test('a decision is carried out with it, whole', async () => {
    const { id } = await world.place();
    expect(await isRefused(world.decider, [extension(id)])).toBe(true);
    expect(await isRefused(world.decider, [extension(id), longer(id)])).toBe(true);
    expect(await isRefused(world.decider, [extension(id), second(id)])).toBe(true);
    expect(
      await isRefused(world.decider, [decision(id, 'end', `'2026-06-01', 'interruption', 'moved'`)]),
    ).toBe(true);
  });

  test.each([
    ['with a gap', { from: '2026-07-02' }],
    ['over the first', { from: '2026-06-30' }],
    ['of another length than was decided', { to: '2026-12-27' }],
    ['as another first', { number: 1 }],
  ])('no second period %s', async (_, change) => {
    const { id } = await world.place();
    expect(await isRefused(world.decider, [extension(id), longer(id), second(id, change)])).toBe(true);
  });

  test('no second period after the first is over, nor a third', async () => {
    const { id } = await world.place();
    expect(await isRefused(world.decider, [extension(id, '2026-07-01'), longer(id), second(id)])).toBe(true);
    const two = await world.place({ periods: 2 });
    const third = { from: '2026-12-28', to: '2027-06-26' };
    const more = [
      decision(two.id, 'extension', `'2027-06-26', NULL, NULL`),
      `UPDATE placement SET "to" = '2027-06-26' WHERE id = '${two.id}'`,
    ];
    expect(await isRefused(world.decider, [...more, second(two.id, third)])).toBe(true);
  });

  test('an end is taken back where one was decided here and nothing rests on it', async () => {
    const back = (id: string) => [
      decision(id, 'takenBack', 'NULL, NULL, NULL'),
      `UPDATE placement SET "end" = NULL, end_reason = NULL WHERE id = '${id}'`,
    ];
    const loaded = await world.place({ end: '2026-05-01', endReason: 'interruption' });
    expect(await isRefused(world.decider, back(loaded.id))).toBe(true);
    const rests = await world.place();
    valueOf(await end(rests));
    await buildPlacement(world.owner, {
      office: world.elsewhere,
      participant: rests.participant,
      from: '2026-06-15',
    });
    expect(await isRefused(world.decider, back(rests.id))).toBe(true);
    const free = await world.place();
    valueOf(await end(free));
    expect(await isRefused(world.assessor, back(free.id))).toBe(true);
    expect(await isRefused(world.decider, back(free.id))).toBe(false);
  });
});
