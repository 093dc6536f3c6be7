import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import { showSwitchReceipt } from '#lib/server/provider-switch/show-switch-receipt.ts';
import {
  codeOf,
  DAY,
  NOW,
  openSwitching,
  type Switching,
  valueOf,
} from '#lib/server/provider-switch/testing/switching.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let on: Switching;
beforeAll(async () => {
  on = await openSwitching();
});
afterAll(() => on.close());

describe('a participant switches provider', () => {
  test('in one step: the old placement ends where the new one begins, with a reference of the portal’s own', async () => {
    const placed = await on.placed();
    const office = await buildOffice(on.owner);
    const sent = { reason: 'language', sharePlan: true };
    const { switchId, placementId } = valueOf(await on.switchTo(placed, office, sent));
    expect(await on.stateOf(placed.placement.id)).toMatchObject({
      end: '2026-05-19',
      endReason: 'switch',
      to: placed.placement.to,
      servicePeriods: [{ number: 1, from: '2026-01-02', to: '2026-07-01' }],
    });
    const next = await on.stateOf(placementId);
    expect(next).toMatchObject({
      from: '2026-05-19',
      to: placed.placement.to,
      end: null,
      officeId: office.id,
      level: 'B',
      coachPersonId: null,
      servicePeriods: [{ number: 1, from: '2026-05-19', to: '2026-07-01' }],
    });
    const [period] = next.servicePeriods as { implementationReference: string }[];
    expect(period?.implementationReference).toMatch(/^9\d{8}$/);
    expect(await on.owner.providerSwitch.findUniqueOrThrow({ where: { id: switchId } })).toMatchObject({
      reason: 'language',
      sharePlan: true,
      shareFinalReport: false,
      undoneAt: null,
    });
    const log = await on.owner.auditEntry.findMany({
      where: { participantIds: { has: placed.placement.participant.id }, outcome: 'done' },
    });
    expect(log).toMatchObject([{ action: 'providerSwitch.switch', detail: { effectiveOn: '2026-05-19' } }]);
  });

  test('without a reason, and then a receipt says when it takes effect and that it can be undone', async () => {
    const placed = await on.placed();
    const { switchId } = valueOf(await on.switchTo(placed, await buildOffice(on.owner)));
    const seen = async (at: Date) =>
      await ask(showSwitchReceipt, { switchId }, { database: on.app, actor: placed.actor, now: at });
    expect(await seen(NOW)).toMatchObject({
      value: {
        effectiveOn: '2026-05-19',
        canBeUndone: true,
        fromProvider: placed.placement.office.provider.name,
      },
    });
    expect(await seen(new Date(NOW.getTime() + 8 * DAY))).toMatchObject({ value: { canBeUndone: false } });
  });

  test('in period 1 of two: the second period moves along with its reference', async () => {
    const placed = await on.placed({ periods: 2 });
    const { placementId } = valueOf(await on.switchTo(placed, await buildOffice(on.owner)));
    expect(await on.stateOf(placementId)).toMatchObject({
      to: placed.placement.to,
      servicePeriods: [
        { number: 1, from: '2026-05-19' },
        { number: 2, implementationReference: placed.placement.references[1] },
      ],
    });
    expect(await on.stateOf(placed.placement.id)).toMatchObject({ servicePeriods: [{ number: 1 }] });
  });

  test('before the placement has begun: all of it goes to the new provider', async () => {
    const placed = await on.placed({ from: '2026-06-01' });
    const { placementId } = valueOf(await on.switchTo(placed, await buildOffice(on.owner)));
    expect(await on.stateOf(placed.placement.id)).toMatchObject({
      end: '2026-06-01',
      servicePeriods: [],
    });
    expect(await on.stateOf(placementId)).toMatchObject({
      from: '2026-06-01',
      servicePeriods: [{ number: 1, implementationReference: placed.placement.reference }],
    });
  });

  test('again, once the first switch has taken effect', async () => {
    const placed = await on.placed();
    const { placementId } = valueOf(await on.switchTo(placed, await buildOffice(on.owner)));
    const later = { at: new Date(NOW.getTime() + 10 * DAY) };
    const again = await on.switchTo(placed, await buildOffice(on.owner), { placementId }, later);
    expect(codeOf(again)).toBe(null);
  });
});

describe('a switch is refused', () => {
  test('to everybody but the participant, whose placement nobody else finds', async () => {
    const placed = await on.placed();
    const other = await on.placed();
    const office = await buildOffice(on.owner);
    const coach = await buildProviderActor(on.owner, 'coach', { provider: placed.placement.office.provider });
    expect(codeOf(await on.switchTo(placed, office, {}, { actor: other.actor }))).toBe('notFound');
    expect(codeOf(await on.switchTo(placed, office, {}, { actor: coach }))).toBe('forbidden');
  });

  test('when the placement has changed since it was shown', async () => {
    const placed = await on.placed();
    const office = await buildOffice(on.owner);
    expect(codeOf(await on.switchTo(placed, office, { placementVersion: 2 }))).toBe('conflict');
  });

  test('while one is on its way, also from the placement to come; the same form sent twice is one switch', async () => {
    const placed = await on.placed();
    const [first, second] = [await buildOffice(on.owner), await buildOffice(on.owner)];
    const key = newId();
    const [one, double] = await Promise.all([
      on.switchTo(placed, first, {}, { key }),
      on.switchTo(placed, first, {}, { key }),
    ]);
    if (!one.ok) throw new Error(one.error.problem.code);
    expect(double).toEqual(one);
    const placementId = one.value.placementId;
    expect(codeOf(await on.switchTo(placed, second, { placementVersion: 2 }))).toBe('switchPending');
    expect(codeOf(await on.switchTo(placed, second, { placementId }))).toBe('switchPending');
    const participantId = placed.placement.participant.id;
    expect(await on.owner.providerSwitch.count({ where: { participantId } })).toBe(1);
  });

  test('of two made at once, in two tabs: one of them', async () => {
    const placed = await on.placed();
    const offices = [await buildOffice(on.owner), await buildOffice(on.owner)];
    const codes = (await Promise.all(offices.map((office) => on.switchTo(placed, office)))).map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(
      await on.owner.placement.count({ where: { participantId: placed.placement.participant.id } }),
    ).toBe(2);
  });

  test('to the contract one has, and when too little time is left', async () => {
    const placed = await on.placed();
    const { provider, contract } = placed.placement.office;
    expect(codeOf(await on.switchTo(placed, await buildOffice(on.owner, { provider, contract })))).toBe(
      'sameContract',
    );
    // 1 July is the first day after the placement; from 24 June five working days ahead is that day.
    const late = { at: new Date('2026-06-24T10:00:00+02:00') };
    expect(codeOf(await on.switchTo(placed, await buildOffice(on.owner), {}, late))).toBe('tooLittleTime');
    const lastChance = { at: new Date('2026-06-23T10:00:00+02:00') };
    expect(codeOf(await on.switchTo(placed, await buildOffice(on.owner), {}, lastChance))).toBe(null);
  });

  test('for a placement that has an end', async () => {
    const placed = await on.placed({ end: '2026-06-01', endReason: 'interruption' });
    expect(codeOf(await on.switchTo(placed, await buildOffice(on.owner)))).toBe('placementEnded');
  });

  test('with a reason that is none', async () => {
    const placed = await on.placed();
    expect(codeOf(await on.switchTo(placed, await buildOffice(on.owner), { reason: 'bored' }))).toBe(
      'invalidInput',
    );
  });
});
