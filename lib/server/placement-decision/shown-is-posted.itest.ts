import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Pick, seeded } from '#lib/domain/compensation/testing/random-input.ts';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { extensionConfirmation } from '#lib/domain/extension/decide-extension.ts';
import { endConfirmation } from '#lib/domain/interruption-request/decide-interruption.ts';
import { secondPeriod } from '#lib/domain/placement-decision/extend-placement.ts';
import {
  confirmationOf,
  effectOfEnd,
  effectOfExtension,
} from '#lib/domain/placement-decision/shown-effect.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { endPlacement } from '#lib/server/placement-decision/end-placement.ts';
import { extendPlacement } from '#lib/server/placement-decision/extend-placement.ts';
import { prepareDecision } from '#lib/server/placement-decision/prepare-decision.ts';
import { takeBackEnd } from '#lib/server/placement-decision/take-back-end.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { addDays, plainDate, type PlainDate } from '#lib/shared/plain-date.ts';

const SEED = Number(process.env['SEED'] ?? 20_261_122);
const PLACEMENTS = 8;
const REASON = 'Prövas i en följd av beslut.';

let setup: RunSetup;
let database: Database;
let decider: AuthorityActor;
const placements: BuiltPlacement[] = [];
const pick: Pick = seeded(SEED);

beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 4);
  decider = await buildAuthorityActor(setup.owner, 'caseworker', { caseMandate: 'decide' });
  const office = await buildOffice(setup.owner);
  for (let n = 0; n < PLACEMENTS; n += 1) {
    const from = addDays(plainDate('2026-01-02'), pick(0, 25));
    const placement = await buildPlacement(setup.owner, { office, from, level: 'B' });
    placements.push(placement);
    for (const month of ['2026-01', '2026-02', '2026-03', '2026-04'])
      await buildStoredReport(setup.owner, { placement, month, status: 'approved' });
  }
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});

// biome-ignore format: one line reads better
async function done<I, S, C, O>(command: Command<I, S, C, O>, input: unknown, day: PlainDate): Promise<void> {
  const result = await execute(command, input, onDay(database, decider, day));
  if (!result.ok) throw new Error(`seed ${SEED}, ${command.name}: ${JSON.stringify(result.error.problem)}`);
}

/** Ends, takes back or prolongs; returns what was shown that the next statement posts. */
async function decide({ id: placementId, from }: BuiltPlacement, day: PlainDate): Promise<number> {
  const read = await ask(prepareDecision, { placementId }, onDay(database, decider, day));
  const money = read.ok ? read.value.interruption.money : null;
  if (!read.ok || money === null) throw new Error('Nothing is shown');
  const { placement, interruption, extension, today } = read.value;
  const seen = { placementId, version: placement.version, reason: REASON };
  if (placement.end !== null) {
    const effect = effectOfEnd(money, null);
    await done(takeBackEnd, { ...seen, confirmed: confirmationOf(null, effect) }, day);
    return effect.nextAfterOre;
  }
  if (pick(0, 3) === 0 && !extension.hasSecondPeriod) {
    const confirmed = extensionConfirmation({ placement, facts: extension, today });
    await done(extendPlacement, { ...seen, confirmed }, day);
    return effectOfExtension(money, secondPeriod(placement, extension.periodDays)).nextAfterOre;
  }
  const lastDay = addDays(plainDate(from), pick(10, 150));
  const ended = { end: addDays(lastDay, 1), cause: 'other' } as const;
  const typed = { lastDay, cause: 'other', despiteActivity: interruption.lastActivityOn !== null };
  await done(endPlacement, { ...seen, ...typed, confirmed: endConfirmation(ended, money) }, day);
  return effectOfEnd(money, { end: ended.end, endReason: 'interruption' }).nextAfterOre;
}

it(`what is shown before a decision about a placement is what the next run posts (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  let moved = 0;
  for (const cutOff of ['2026-05-11', '2026-05-25', '2026-06-08', '2026-06-22'].map(plainDate)) {
    const shown = new Map<string, number>();
    for (const placement of placements) shown.set(placement.id, await decide(placement, cutOff));
    const posted = await postedByRun(setup, cutOff);
    for (const [placementId, next] of shown) {
      expect(posted.get(placementId) ?? 0, `seed ${SEED}, ${cutOff}, ${placementId}`).toBe(next);
      if (next !== 0) moved += 1;
    }
  }
  // It is proven of something: kronor move in most rounds.
  expect(moved).toBeGreaterThan(PLACEMENTS);
});
