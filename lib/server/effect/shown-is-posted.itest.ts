import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { type Pick, seeded } from '#lib/domain/compensation/testing/random-input.ts';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { type Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { correctOutcome } from '#lib/server/outcome/correct-outcome.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { outcomeDesk } from '#lib/server/outcome/outcome-desk.ts';
import { registerOutcome } from '#lib/server/outcome/register-outcome.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { withdrawOutcome } from '#lib/server/outcome/withdraw-outcome.ts';
import { declareCorrection } from '#lib/server/placement-correction/declare-correction.ts';
import { decideCorrection } from '#lib/server/placement-correction/decide-correction.ts';
import { showCorrection } from '#lib/server/placement-correction/show-correction.ts';
import { submitCorrection } from '#lib/server/placement-correction/submit-correction.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { reopenDecidedReport } from '#lib/server/review/reopen-report.ts';
import { reviewReport } from '#lib/server/review/review-report.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { addDays, plainDate, type PlainDate } from '#lib/shared/plain-date.ts';

const SEED = Number(process.env['SEED'] ?? 20_260_302);
const ROUNDS = 12;
const PLACEMENTS = 8;
const WHY = 'Prövas i en följd av beslut.';
const VERDICTS = { RELATED_EMPLOYER: 'upheld', EMPLOYED_BEFORE: 'upheld' };

let setup: RunSetup;
let database: Database;
let reviewer: AuthorityActor;
let caseworker: AuthorityActor;
let maria: AuthorityActor;
let henrik: AuthorityActor;
const placements: BuiltPlacement[] = [];
const pick: Pick = seeded(SEED);
const one = <T>(values: readonly T[]): T => {
  const value = values[pick(0, values.length - 1)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 6);
  const { owner } = setup;
  await owner.agreementVersion.create({
    data: { id: rom2.id, name: rom2.name, document: rom2, publishedAt: new Date('2026-01-01T00:00:00Z') },
  });
  reviewer = await buildAuthorityActor(owner, 'reviewer');
  caseworker = await buildAuthorityActor(owner, 'caseworker');
  maria = await buildAuthorityActor(owner, 'agreementAdmin');
  henrik = await buildAuthorityActor(owner, 'agreementAdmin');
  const office = await buildOffice(owner);
  for (let n = 0; n < PLACEMENTS; n += 1) {
    const from = addDays(plainDate('2026-01-02'), pick(0, 40));
    const ended = pick(0, 2) > 0 ? { end: addDays(from, pick(30, 120)), endReason: 'outcome' as const } : {};
    const placement = await buildPlacement(owner, { office, from, level: one(['A', 'B', 'C']), ...ended });
    placements.push(placement);
    for (const month of ['2026-01', '2026-02', '2026-03'].slice(from < '2026-02-01' ? 0 : 1)) {
      await buildStoredReport(owner, { placement, month, status: one(['submitted', 'approved']) });
    }
  }
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});

// biome-ignore format: one line reads better
async function done<I, S, C, O>(command: Command<I, S, C, O>, actor: AuthorityActor, day: PlainDate, input: unknown): Promise<O> {
  const result = await execute(command, input, onDay(database, actor, day));
  if (result.ok) return result.value;
  throw new Error(`seed ${SEED}, ${command.name}: ${JSON.stringify(result.error.problem)}`);
}
const at = (day: PlainDate): Date => new Date(`${day}T11:00:00Z`);
// biome-ignore format: one line reads better
async function read<I, O>(query: Parameters<typeof ask<I, O>>[0], actor: AuthorityActor, day: PlainDate, input: I): Promise<O> {
  const result = await ask(query, input, { database, actor, now: at(day) });
  if (result.ok) return result.value;
  throw new Error(`seed ${SEED}, ${query.name}: ${result.error.code}`);
}

/** Decides something about a report. Returns what the page said that the next statement posts. */
async function aboutReport({ id }: BuiltPlacement, day: PlainDate): Promise<number | null> {
  const reports = await setup.owner.report.findMany({
    where: { placementId: id, status: { not: 'returned' } },
  });
  if (reports.length === 0) return null;
  const reportId = one(reports).id;
  const { effects, reply, version } = await read(reviewReport, reviewer, day, { reportId });
  if (effects.reopen !== undefined) {
    await done(reopenDecidedReport, reviewer, day, { reportId, version, reason: WHY });
    return effects.reopen.nextAfterOre;
  }
  const ways = (['approve', 'approve', 'return', 'proposeReject', 'reject'] as const).filter(
    (way) =>
      effects[way] !== undefined &&
      (way !== 'proposeReject' || reply === 'none') &&
      (way !== 'reject' || reply === 'over'),
  );
  const decision = one(ways);
  const why = decision === 'approve' ? {} : { reasonCode: 'other', reason: WHY };
  await done(decideOnReport, reviewer, day, { reportId, version, decision, ...why });
  // A proposal shows what comes of it; nothing moves before it is final.
  return (
    (decision === 'proposeReject' ? effects.approve?.nextBeforeOre : effects[decision]?.nextAfterOre) ?? null
  );
}

/** Writes an outcome down, puts it right, takes it back or decides on it. */
async function aboutOutcome(
  { id: placementId, from }: BuiltPlacement,
  day: PlainDate,
): Promise<number | null> {
  const start = addDays(plainDate(from), pick(20, 110));
  if (start > day) return null;
  const spell = {
    from: start,
    through: pick(0, 2) === 0 ? addDays(start, pick(60, 200)) : '',
    extentPercent: String(one([40, 60, 100])),
    employerKind: 'organisation',
    employerOrgNo: '5599458022',
    employerName: 'Bageriet',
  };
  const signalledOn = day < addDays(start, 5) ? day : addDays(start, 5);
  const typed = {
    type: one(['employment', 'studies']),
    from: start,
    signalledOn,
    appliedOn: '',
    spells: [spell],
  };
  const { current, saving, withdrawing } = await read(outcomeDesk, caseworker, day, { placementId, typed });
  if (saving === null) return null;
  const { confirmation: confirmed, effect } = saving;
  if (current === null) {
    await done(registerOutcome, caseworker, day, { placementId, ...typed, confirmed });
    return effect.nextAfterOre;
  }
  const { id: outcomeId, version } = current;
  const what = pick(0, 9);
  if (what === 0 && withdrawing !== null) {
    await done(withdrawOutcome, caseworker, day, { outcomeId, version, reason: WHY });
    return withdrawing.nextAfterOre;
  }
  if (what === 1) {
    await done(correctOutcome, caseworker, day, { outcomeId, version, ...typed, confirmed });
    return effect.nextAfterOre;
  }
  const { effects } = await read(reviewOutcome, reviewer, day, { outcomeId });
  const decision = one(['approve', 'approve', 'approve', 'return', 'reject'] as const);
  if (effects === null) return null;
  if (decision !== 'approve') {
    await done(decideOnOutcome, reviewer, day, {
      outcomeId,
      version,
      decision,
      reasonCode: 'other',
      reason: WHY,
      verdicts: VERDICTS,
    });
    return effects[decision].nextAfterOre;
  }
  const step = one(effects.approve);
  const verifiedLastDay = step.verifiedThrough === null ? '' : addDays(step.verifiedThrough, -1);
  await done(decideOnOutcome, reviewer, day, {
    outcomeId,
    version,
    decision,
    verifiedLastDay,
    reason: WHY,
    verdicts: VERDICTS,
  });
  return step.effect.nextAfterOre;
}

/** Corrects the level, and now and then the agreement version, through two persons. */
async function aboutLevel({ id, reference }: BuiltPlacement, day: PlainDate): Promise<number | null> {
  const { level } = await setup.owner.placement.findUniqueOrThrow({ where: { id } });
  const right = one(['A', 'B', 'C'].filter((other) => other !== level));
  const agreement = pick(0, 2) === 0 ? { agreementVersionId: one(['krom-exempel-1', rom2.id]) } : {};
  const input = { what: WHY, occurredOn: '2026-01-02', rows: `${reference};${right}`, ...agreement };
  const { correctionId } = await done(declareCorrection, maria, day, input);
  await done(submitCorrection, maria, day, { correctionId, version: 1 });
  const { contentHash, items } = await read(showCorrection, henrik, day, { correctionId, page: 1 });
  const { sessionId } = henrik;
  await buildStepUp(setup.owner, { sessionId, purpose: 'decideCorrection', contentHash, at: at(day) });
  await done(decideCorrection, henrik, day, { correctionId, version: 2, decision: 'decide', contentHash });
  return items[0]?.nextOre ?? null;
}

describe(`what is shown before a decision is what the next run posts (seed ${SEED})`, () => {
  it(`for ${ROUNDS} rounds of decisions about ${PLACEMENTS} placements`, { timeout: 120_000 }, async () => {
    let day = plainDate('2026-05-02');
    let decided = 0;
    let moved = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      day = addDays(day, pick(1, 35));
      const shown = new Map<string, number>();
      for (const placement of placements) {
        const about = one([aboutReport, aboutReport, aboutOutcome, aboutOutcome, aboutOutcome, aboutLevel]);
        const next = await about(placement, day);
        if (next !== null) shown.set(placement.id, next);
      }
      const posted = await postedByRun(setup, day);
      for (const [placementId, next] of shown) {
        expect(posted.get(placementId) ?? 0, `seed ${SEED}, round ${round}, ${placementId}`).toBe(next);
        decided += 1;
        if (next !== 0) moved += 1;
      }
    }
    // It is proven of something: most rounds decide about every placement, and kronor move.
    expect(decided).toBeGreaterThan((ROUNDS * PLACEMENTS) / 2);
    expect(moved).toBeGreaterThan(decided / 5);
  });
});
