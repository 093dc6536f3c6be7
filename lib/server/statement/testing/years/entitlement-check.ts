import { isDeepStrictEqual } from 'node:util';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { oracle } from '#lib/domain/compensation/testing/oracle.ts';
import { withoutBecause } from '#lib/domain/compensation/testing/without-because.ts';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import type { Database } from '#lib/server/db/client.ts';
import { readPlacements, type ReadPlacement } from '#lib/server/statement/testing/years/facts-of-tables.ts';
import { YEARS_AGREEMENTS } from '#lib/server/statement/testing/years/years-agreements.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

function agreementOf({ agreementVersionId }: ReadPlacement): AgreementVersion {
  const agreement = YEARS_AGREEMENTS.find(({ id }) => id === agreementVersionId);
  if (agreement === undefined) throw new Error(`No agreement version ${agreementVersionId}`);
  return agreement;
}

/** What all statements together hold, by placement and key. */
async function postedByPlacement(owner: Database): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const sums = await owner.statementLine.groupBy({ by: ['placementId', 'key'], _sum: { amountOre: true } });
  const byPlacement = Map.groupBy(sums, ({ placementId }) => placementId);
  return new Map(
    [...byPlacement].map(([id, ofOne]) => [
      id,
      new Map(ofOne.map(({ key, _sum }) => [key, Number(_sum.amountOre ?? 0n)])),
    ]),
  );
}

/** Every placement and key for which the sum of all statements is not what the facts of the day give. */
export async function entitlementBreaches(owner: Database, asOf: PlainDate): Promise<readonly string[]> {
  const posted = new Map(await postedByPlacement(owner));
  const breaches: string[] = [];
  for (const placement of await readPlacements(owner, asOf)) {
    const held = new Map(posted.get(placement.id));
    posted.delete(placement.id);
    for (const { key, amountOre } of evaluate(agreementOf(placement), placement.facts).lines) {
      const sum = held.get(key) ?? 0;
      held.delete(key);
      if (sum !== amountOre)
        breaches.push(`${asOf} ${placement.id} ${key}: ${sum} posted, ${amountOre} earned`);
    }
    for (const [key, sum] of held) {
      if (sum !== 0) breaches.push(`${asOf} ${placement.id} ${key}: ${sum} posted, nothing earned`);
    }
  }
  for (const id of posted.keys()) breaches.push(`${asOf} ${id}: posted for a placement that has not begun`);
  return breaches;
}

/** Every placement whose entitlement is not that of the model followed day by day. */
export async function modelBreaches(owner: Database, asOf: PlainDate): Promise<readonly string[]> {
  return (await readPlacements(owner, asOf))
    .filter((placement) => {
      const agreement = agreementOf(placement);
      const { facts } = placement;
      return !isDeepStrictEqual(withoutBecause(evaluate(agreement, facts)), oracle(agreement, facts));
    })
    .map(({ id }) => `${asOf} ${id}: not what the model gives day by day`);
}
