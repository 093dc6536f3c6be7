import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { coachLoad } from '#lib/domain/quality/coach-load.ts';
import { premisesOpen } from '#lib/domain/quality/opening.ts';
import type {
  CoachQuality,
  JudgedPlacement,
  OfficeQuality,
  QualityOverview,
} from '#lib/domain/quality/quality-view.ts';
import { countWith, tallyOf } from '#lib/domain/quality/tally.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { loadCoachLoads } from '#lib/server/quality/coach-loads.ts';
import { finalReportsOfOffices, finalReportStandings } from '#lib/server/quality/final-reports-of-offices.ts';
import { judgeScope } from '#lib/server/quality/judge-scope.ts';
import { listOpenings } from '#lib/server/quality/office-openings.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How the offices in scope stand against what the contract asks for, today: figures of offices and coaches, of nobody else. */
export const qualityOverview = defineQuery<object, QualityOverview>({
  name: 'quality.overview',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Uppföljning av egen kvalitet',
  run: async (tx, _, context) => {
    const { actor, today } = context;
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const { basis, placements } = await judgeScope(tx, placementsInReach(actor), context);
    const all = placements.map(({ standings }) => standings);
    return {
      ...basis,
      participants: placements.length,
      withBroken: countWith(all, 'broken'),
      withNear: countWith(all, 'near'),
      withoutCoach: placements.filter(({ coachPersonId }) => coachPersonId === null).length,
      tallies: tallyOf(all),
      offices: await officesOf(tx, actor, placements, basis),
      coaches: await coachesOf(tx, actor.providerId, placements, basis.terms, today),
    };
  },
  reads: () => null,
});

const standingsOf = (placements: readonly JudgedPlacement[]) => placements.map(({ standings }) => standings);

async function officesOf(
  tx: Tx,
  actor: ProviderActor,
  placements: readonly JudgedPlacement[],
  { terms, today }: Pick<QualityOverview, 'terms' | 'today'>,
): Promise<readonly OfficeQuality[]> {
  const byOffice = Map.groupBy(placements, ({ officeId }) => officeId);
  const offices = await listOpenings(tx, actor.providerId, actor.officeScope);
  const finalReports = await finalReportsOfOffices(tx, placementsInReach(actor), today, terms);
  return offices.map(({ officeId, name, spans }) => {
    const own = byOffice.get(officeId) ?? [];
    return {
      officeId,
      name,
      participants: own.length,
      tallies: tallyOf(standingsOf(own)),
      premises: premisesOpen(spans, terms),
      ...(finalReports.get(officeId) ?? finalReportStandings([], today, terms.finalReportWorkdays)),
    };
  });
}

const byName = new Intl.Collator('sv');

/** The coaches of the participants in scope, by name. */
async function coachesOf(
  tx: Tx,
  providerId: string,
  placements: readonly JudgedPlacement[],
  terms: Terms,
  today: PlainDate,
): Promise<readonly CoachQuality[]> {
  const loads = await loadCoachLoads(tx, providerId, today);
  const byCoach = Map.groupBy(placements, ({ coachPersonId }) => coachPersonId);
  return [...byCoach]
    .flatMap(([personId, own]) => {
      const load = personId === null ? undefined : loads.get(personId);
      if (personId === null || load === undefined) return [];
      return [
        {
          personId,
          name: own[0]?.coachName ?? '',
          participants: own.length,
          broken: countWith(standingsOf(own), 'broken'),
          near: countWith(standingsOf(own), 'near'),
          load: coachLoad(load, terms),
        },
      ];
    })
    .toSorted((a, b) => byName.compare(a.name, b.name));
}
