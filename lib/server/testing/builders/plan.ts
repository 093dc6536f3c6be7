import type { Database } from '#lib/server/db/client.ts';
import { ActivityCategory } from '#lib/server/db/generated/enums.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** A plan from the placement's first day, with every activity where none are named. Returns its id. */
export async function buildPlan(
  owner: Database,
  given: {
    readonly placement: BuiltPlacement;
    readonly activities?: readonly ActivityCategory[];
    readonly number?: number;
  },
): Promise<string> {
  const { placement } = given;
  const id = newId();
  const activities = given.activities ?? Object.values(ActivityCategory);
  await owner.plan.create({
    data: {
      id,
      placementId: placement.id,
      number: given.number ?? 1,
      from: toUtcDate(plainDate(placement.from)),
      goal: 'Arbete inom lager',
      activities: { create: activities.map((activity) => ({ activity })) },
    },
  });
  return id;
}
