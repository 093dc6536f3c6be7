import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import {
  buildDecisionWorld,
  type DecisionWorld,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import { signalling } from '#lib/server/signal/testing/signals.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
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

const end = { answer: { course: 'end' } };
const place = () => world.owner.placement.findUniqueOrThrow({ where: { id: placement.id } });
async function decisions() {
  const rows = await world.owner.placementDecision.findMany({
    where: { placementId: placement.id },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ kind, onDay, endReason }) => [
    kind,
    onDay?.toISOString().slice(0, 10) ?? null,
    endReason,
  ]);
}

describe('a signal', () => {
  it('is assessed, handed up once with its facts, and ends the placement with an outcome by who may decide', async () => {
    const id = await signals.sent();
    expect(await signals.conclude(id, end, world.assessor)).toMatchObject({
      error: { problem: { code: 'mandateMissing' } },
    });
    const up = (actor: Actor) =>
      signals.handUp(id, 'Arbetsgivaren har bekräftat på telefon.', world.at(actor, '2026-03-05'));
    expect((await up(world.assessor)).ok).toBe(true);
    expect(await up(world.decider)).toMatchObject({ ok: false });
    const page = await signals.page(id, world.at(world.decider, '2026-03-10'));
    if (!page.ok) throw new Error(page.error.code);
    // January 21 + February 20 + March 22 = 63 days × 65 kr; April 22 + May 21 + June 22 = 65 are left.
    const totals = page.value.facts.kronor;
    expect(totals?.end?.components.map(({ amountOre }) => amountOre)).toEqual([
      63 * 6500,
      65 * 6500,
      2_200_000,
      350_000,
    ]);
    expect(totals?.goesOn.components.map(({ amountOre }) => amountOre)).toEqual([
      128 * 6500,
      0,
      2_200_000,
      350_000,
    ]);
    expect(await signals.conclude(id, end)).toMatchObject({ ok: true, value: { status: 'approved' } });
    expect(await place()).toMatchObject({ end: new Date('2026-04-01T00:00:00Z'), endReason: 'outcome' });
    expect(await decisions()).toEqual([['end', '2026-04-01', 'outcome']]);
    expect((await signals.stored(id)).decision).toEqual({ course: 'end', endsOn: '2026-04-01' });
  });

  it('lets the placement go on beside part-time work', async () => {
    const id = await signals.sent({ content: { extentPercent: '50' } });
    expect((await signals.conclude(id, { answer: { course: 'goesOn' } })).ok).toBe(true);
    expect(await place()).toMatchObject({ end: null, endReason: null });
    expect(await decisions()).toEqual([['goesOn', null, null]]);
  });

  it('is not confirmed without saying what becomes of the placement, nor refused without saying why', async () => {
    const id = await signals.sent();
    expect(await signals.conclude(id, {})).toMatchObject({
      error: { problem: { errors: [{ pointer: '/answer/course' }] } },
    });
    for (const verdict of ['return', 'reject'])
      expect(await signals.conclude(id, { verdict })).toMatchObject({
        error: { problem: { errors: [{ pointer: '/reason' }] } },
      });
    expect((await place()).end).toBeNull();
  });

  it('that was returned is completed, and keeps the day on which it came', async () => {
    const first = await signals.sent();
    await signals.conclude(first, { verdict: 'return', reason: 'Vilken dag börjar arbetet?' });
    const second = await signals.sent(
      { content: { about: 'same', from: '2026-04-07' }, replacesId: first },
      '2026-03-16',
    );
    expect((await signals.stored(second)).content).toMatchObject({
      signalledOn: '2026-03-02',
      from: '2026-04-07',
    });
    expect((await signals.stored(first)).status).toBe('superseded');
  });

  it('about another job counts from its own day, and moves what the first one ended', async () => {
    const first = await signals.sent();
    await signals.conclude(first, end);
    const change = { content: { about: 'other', from: '2026-05-04', employerName: '' }, replacesId: first };
    const second = await signals.sent({ ...change, why: 'Det första arbetet blev inte av.' }, '2026-04-20');
    expect((await signals.stored(second)).content).toMatchObject({ signalledOn: '2026-04-20' });
    expect((await signals.conclude(second, end, world.decider, '2026-04-21')).ok).toBe(true);
    expect(await place()).toMatchObject({ end: new Date('2026-05-04T00:00:00Z'), endReason: 'outcome' });
    const third = {
      content: { about: 'other', extentPercent: '40' },
      replacesId: second,
      why: 'Det blev deltid hos en annan.',
    };
    const last = await signals.sent(third, '2026-04-22');
    expect(
      (await signals.conclude(last, { answer: { course: 'goesOn' } }, world.decider, '2026-04-23')).ok,
    ).toBe(true);
    expect(await place()).toMatchObject({ end: null, endReason: null });
    expect((await decisions()).map(([kind]) => kind)).toEqual(['end', 'end', 'takenBack', 'goesOn']);
  });

  it('is sent until the window closes, once, and until an outcome report is in', async () => {
    // The planned days end with June: signals until the last of August.
    expect(await signals.send({}, '2026-09-01')).toMatchObject({
      error: { problem: { code: 'signalWindowClosed' } },
    });
    const id = await signals.sent({}, '2026-08-31');
    expect(await signals.send({}, '2026-08-31')).toMatchObject({
      error: { problem: { code: 'signalExists' } },
    });
    await buildOutcome(world.owner, { placement, from: '2026-04-01' });
    const change = {
      content: { about: 'same', extentPercent: '60' },
      replacesId: id,
      why: 'Det blev mindre än heltid.',
    };
    expect(await signals.send(change, '2026-08-31')).toMatchObject({
      error: { problem: { code: 'outcomeReported' } },
    });
  });

  it('is of the provider’s own participants, and shows its kronor to nobody but caseworkers', async () => {
    for (const [actor, status] of [
      [world.elsewhereCoach, 404],
      [world.stranger, 404],
      [world.decider, 403],
    ] as const)
      expect(await signals.send({}, '2026-03-02', actor)).toMatchObject({ error: { problem: { status } } });
    const id = await signals.sent();
    const seen = await signals.page(id, world.at(world.coach, '2026-03-03'));
    expect(seen.ok && seen.value.facts.kronor).toBeNull();
  });
});
