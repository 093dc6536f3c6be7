import { type Pick, seeded } from '#lib/domain/compensation/testing/random-input.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { entitlementBreaches, modelBreaches } from '#lib/server/statement/testing/years/entitlement-check.ts';
import { OUTCOME_CHANGES } from '#lib/server/statement/testing/years/outcome-changes.ts';
import { PLACEMENT_CHANGES } from '#lib/server/statement/testing/years/placement-changes.ts';
import { REPORT_CHANGES, reportMonth } from '#lib/server/statement/testing/years/report-changes.ts';
import { type Carried, statementBreaches } from '#lib/server/statement/testing/years/statement-check.ts';
import {
  buildYearsWorld,
  FIRST_CUT_OFF,
  type YearsWorld,
} from '#lib/server/statement/testing/years/years-world.ts';
import { monthOf, previousMonth } from '#lib/shared/month.ts';
import { addDays, addMonths, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

type Given = {
  readonly owner: Database;
  readonly worker: Database;
  readonly placements: number;
  readonly months: number;
  readonly seed: number;
  readonly onMonth?: (cutOff: PlainDate, changes: number, breaches: number) => void;
};

export type Years = {
  readonly runs: number;
  readonly changes: number;
  readonly lines: number;
  readonly claims: number;
  readonly breaches: readonly string[];
};

const CHANGES = [...REPORT_CHANGES, ...REPORT_CHANGES, ...OUTCOME_CHANGES, ...PLACEMENT_CHANGES];

/** Tries a change for every third placement that has begun. Returns how many were possible. */
async function changeFacts(world: YearsWorld, cutOff: PlainDate): Promise<number> {
  const { pick, placements } = world;
  const begun = placements.filter(({ from }) => from < cutOff);
  let changes = 0;
  for (let tried = 0; tried < begun.length / 3; tried += 1) {
    const placement = begun[pick(0, begun.length - 1)];
    const change = CHANGES[pick(0, CHANGES.length - 1)];
    if (placement === undefined || change === undefined) continue;
    if (await change(world, placement, cutOff)) changes += 1;
  }
  return changes;
}

/** Claims some of the balances that the providers owe, which then are carried no further. */
async function claimBalances(
  { owner, pick, persons }: YearsWorld,
  runId: string,
  carried: Carried,
): Promise<number> {
  const owing = await owner.statement.findMany({
    where: { runId, balanceOutOre: { lt: 0n } },
    orderBy: { provider: { orgNo: 'asc' } },
  });
  const claimed = owing.filter(() => pick(1, 3) === 1);
  for (const { id, providerId, balanceOutOre, cutOff } of claimed) {
    await owner.claim.create({
      data: {
        id: newId(),
        providerId,
        statementId: id,
        amountOre: -balanceOutOre,
        status: 'decided',
        reason: 'Saldot kan inte kvittas.',
        proposedByPersonId: persons[0],
        proposedAt: cutOff,
        decidedByPersonId: persons[1],
        decidedAt: cutOff,
        decisionReason: 'Saldot kan inte kvittas.',
        dueOn: cutOff,
      },
    });
    carried.set(providerId, 0);
  }
  return claimed.length;
}

async function stateMonth({ owner, worker }: Given, cutOff: PlainDate, pick: Pick): Promise<string> {
  const runId = newId();
  const now = toUtcDate(addDays(cutOff, 2));
  await owner.statementRun.create({ data: { id: runId, cutOff: toUtcDate(cutOff), startedAt: now } });
  const outcome = await runStatements({ database: worker, runId, now: () => now, batchSize: pick(7, 60) });
  if (outcome.kind !== 'proposed') throw new Error(`${cutOff}: ${JSON.stringify(outcome)}`);
  return runId;
}

/**
 * Month after month: reports come in, facts change, statements are made – and each time every statement is calculated again
 * from its stored inputs and the sum of all is held against what the facts of the day give. At the end the entitlement
 * itself is held against the model followed day by day.
 */
export async function runYears(given: Given): Promise<Years> {
  const { owner, months, onMonth } = given;
  const pick = seeded(given.seed);
  const world = await buildYearsWorld(owner, { count: given.placements, months, pick });
  const carried: Carried = new Map();
  const breaches: string[] = [];
  let [changes, claims] = [0, 0];
  for (let month = 0; month < months; month += 1) {
    const cutOff = addMonths(FIRST_CUT_OFF, month);
    await reportMonth(world, previousMonth(monthOf(cutOff)));
    changes += await changeFacts(world, cutOff);
    const runId = await stateMonth(given, cutOff, pick);
    breaches.push(...(await statementBreaches(owner, runId, carried)));
    breaches.push(...(await entitlementBreaches(owner, cutOff)));
    claims += await claimBalances(world, runId, carried);
    onMonth?.(cutOff, changes, breaches.length);
  }
  breaches.push(...(await modelBreaches(owner, addMonths(FIRST_CUT_OFF, months - 1))));
  return { runs: months, changes, claims, lines: await owner.statementLine.count(), breaches };
}
