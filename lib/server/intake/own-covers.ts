import type { Cover } from '#lib/domain/intake/cover.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { listCovers } from '#lib/server/intake/list-covers.ts';

/** Covers that concern a coach: by them and for them, now and to come. */
export const ownCovers = defineQuery<Record<string, never>, readonly Cover[]>({
  name: 'coachCover.show',
  mandates: ['coach'],
  purpose: 'Egen täckning',
  run: async (tx, _, { actor, today }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const { personId, providerId } = actor;
    const covers = await listCovers(tx, providerId, today);
    return covers.filter((cover) => cover.coachPersonId === personId || cover.coveringPersonId === personId);
  },
  reads: () => null,
});
