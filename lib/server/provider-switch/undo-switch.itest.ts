import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { execute } from '#lib/server/command/execute.ts';
import { newId } from '#lib/server/ids.ts';
import {
  codeOf,
  NOW,
  openSwitching,
  type Placed,
  type Switching,
  valueOf,
} from '#lib/server/provider-switch/testing/switching.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const EVE_OF_SWITCH = new Date('2026-05-18T23:59:59+02:00');
const DAY_OF_SWITCH = new Date('2026-05-19T00:00:01+02:00');

let on: Switching;
beforeAll(async () => {
  on = await openSwitching();
});
afterAll(() => on.close());

const switched = async (placed: Placed) => valueOf(await on.switchTo(placed, await buildOffice(on.owner)));

describe('an undone switch', () => {
  test('restores exactly what was, and keeps the cancelled placement', async () => {
    const placed = await on.placed({ periods: 2 });
    const before = await on.stateOf(placed.placement.id);
    const { switchId, placementId } = await switched(placed);
    expect(codeOf(await on.undo(placed, switchId))).toBe(null);
    expect(await on.stateOf(placed.placement.id)).toEqual(before);
    expect(await on.stateOf(placementId)).toMatchObject({
      cancelledAt: NOW,
      servicePeriods: [{ number: 1 }],
    });
    expect(codeOf(await on.undo(placed, switchId, { version: 2 }))).toBe('alreadyUndone');
    // The way is free for another.
    const again = await on.switchTo(placed, await buildOffice(on.owner), { placementVersion: 3 });
    expect(codeOf(again)).toBe(null);
  });

  test('is possible the day before it takes effect and not on the day', async () => {
    const placed = await on.placed();
    const { switchId } = await switched(placed);
    expect(codeOf(await on.undo(placed, switchId, { at: DAY_OF_SWITCH }))).toBe('inEffect');
    expect(codeOf(await on.undo(placed, switchId, { at: EVE_OF_SWITCH }))).toBe(null);
  });

  test('is nobody else’s to undo, and not by a page that is out of date', async () => {
    const placed = await on.placed();
    const other = await on.placed();
    const { switchId } = await switched(placed);
    expect(codeOf(await on.undo(placed, switchId, { actor: other.actor }))).toBe('notFound');
    expect(codeOf(await on.undo(placed, switchId, { version: 7 }))).toBe('conflict');
  });

  test('is undone once of two at once, and the same form sent twice gets the same answer', async () => {
    const placed = await on.placed();
    const { switchId } = await switched(placed);
    const key = newId();
    const tries = [{ key }, { key }, {}].map((how) => on.undo(placed, switchId, how));
    const codes = (await Promise.all(tries)).map(codeOf);
    expect(codes.filter((code) => code === 'alreadyUndone').length).toBeGreaterThan(0);
    expect(codes.filter((code) => code === null).length).toBeGreaterThan(0);
    expect(codes[0]).toBe(codes[1]);
    expect(await on.owner.providerSwitch.findUniqueOrThrow({ where: { id: switchId } })).toMatchObject({
      undoneAt: NOW,
      version: 2,
    });
  });

  test('is refused when the old placement has got another end meanwhile', async () => {
    const placed = await on.placed();
    const { switchId } = await switched(placed);
    await on.owner.placement.update({
      where: { id: placed.placement.id },
      data: { end: toUtcDate(plainDate('2026-05-13')), endReason: 'outcome' },
    });
    expect(codeOf(await on.undo(placed, switchId))).toBe('changedSince');
  });
});

const officeWithOnePlace = async (): Promise<BuiltOffice> => {
  const provider = await buildProvider(on.owner);
  const contract = await buildContract(on.owner, { provider, capacity: 1 });
  return await buildOffice(on.owner, { provider, contract });
};

describe('places', () => {
  test('the last one goes to one of twenty who switch to it at once', async () => {
    const [office, from] = [await officeWithOnePlace(), await buildOffice(on.owner)];
    const placed: Placed[] = [];
    for (let n = 0; n < 20; n += 1) placed.push(await on.placed({ office: from }));
    const codes = (await Promise.all(placed.map((one) => on.switchTo(one, office)))).map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === 'full')).toHaveLength(19);
  });

  test('who switches away holds the old one until the switch takes effect, so that undoing never makes one too many', async () => {
    const office = await officeWithOnePlace();
    const placed = await on.placed({ office });
    const { switchId } = await switched(placed);
    const decision = await buildUnplacedDecision(on.owner, { from: '2026-06-01' });
    const actor = await buildParticipantActor(on.owner, decision.participant);
    const input = { decisionId: decision.id, decisionVersion: 1, officeId: office.id };
    const choose = async (now: Date) =>
      codeOf(await execute(chooseProvider, input, { database: on.app, actor, now, idempotencyKey: newId() }));
    expect(await choose(EVE_OF_SWITCH)).toBe('full');
    expect(await choose(DAY_OF_SWITCH)).toBe(null);
    expect(codeOf(await on.undo(placed, switchId, { at: DAY_OF_SWITCH }))).toBe('inEffect');
  });
});
