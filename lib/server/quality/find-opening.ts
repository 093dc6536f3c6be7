import type { OfficeOpening } from '#lib/domain/quality/quality-view.ts';
import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** An office of the actor's provider within their scope, with its opening hours; null for any other. */
export async function findOpening(tx: Tx, officeId: string, actor: Actor): Promise<OfficeOpening | null> {
  if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
  const { providerId, officeScope } = actor;
  if (officeScope !== 'all' && !officeScope.includes(officeId)) return null;
  const office = await tx.office.findFirst({
    where: { id: officeId, providerId },
    select: {
      name: true,
      version: true,
      openingHours: true,
      openings: { orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }] },
    },
  });
  if (office === null) return null;
  const spans = office.openings.map(({ weekday, fromMinute: from, toMinute: to }) => ({ weekday, from, to }));
  return { officeId, name: office.name, version: office.version, spans, words: office.openingHours };
}
