import type { CoachesOverview } from '#lib/domain/intake/coaches.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findDoneChange } from '#lib/server/intake/done-change.ts';
import { listCovers } from '#lib/server/intake/list-covers.ts';
import { loadWorkloads } from '#lib/server/intake/workloads.ts';
import { officesInScope } from '#lib/server/placement/offices-in-scope.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

/** The coaches of the provider: how many participants each has and gets, who is away, who has left. */
export const coachesOverview = defineQuery<{ readonly done: string | null }, CoachesOverview>({
  name: 'intake.coaches',
  mandates: ['intake', 'providerAdmin'],
  purpose: 'Nya deltagare får handledare',
  run: async (tx, { done }, { actor, today, now }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const { providerId } = actor;
    const offices = await officesInScope(tx, providerId, 'all');
    return {
      today,
      coaches: await loadWorkloads(tx, providerId, today),
      covers: await listCovers(tx, providerId, today),
      officeNames: Object.fromEntries(offices.map(({ id, name }) => [id, name])),
      most: (await termsInForce(tx, today)).participantsPerCoach,
      done: await findDoneChange(tx, done, now),
    };
  },
  reads: () => null,
});
