import { askedMonths } from '#lib/domain/insight/asked-months.ts';
import { isJudgedCheck } from '#lib/domain/insight/check-catalogue.ts';
import type { CycleResult, ProviderPage } from '#lib/domain/insight/provider-page.ts';
import { countWith, tallyOf } from '#lib/domain/quality/tally.ts';
import { estimate } from '#lib/domain/sampling/estimate.ts';
import type { OneProviderInput } from '#lib/schemas/insight.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { figuresBy, type FiguresRow, WAITS } from '#lib/server/insight/figure-sources.ts';
import { figuresOf } from '#lib/server/insight/provider-list.ts';
import {
  checkCounts,
  complaintCounts,
  documentCounts,
  monthStates,
  reasonCounts,
} from '#lib/server/insight/provider-sections.ts';
import { type ProviderStratum, sampledStrata } from '#lib/server/insight/sampled-strata.ts';
import { judgeScope } from '#lib/server/quality/judge-scope.ts';
import { relatedCompanies } from '#lib/server/related-company/list-related-companies.ts';
import type { Ore } from '#lib/shared/money.ts';

/** One provider as a follow-up begins with it: reports, decisions, documents, complaints, samples, requirements, checks. */
export const showProvider = defineQuery<OneProviderInput, ProviderPage>({
  name: 'insight.provider',
  mandates: ['reviewer', 'auditor'],
  purpose: 'Uppföljning av en leverantör',
  async run(tx, { providerId, ...asked }, context) {
    const months = askedMonths(asked, context.today);
    const section = { ...months, providerId };
    const [figures] = await queryJson<FiguresRow>(
      tx,
      figuresBy({ ids: [providerId] }, months, context.today),
    );
    if (figures === undefined) return null;
    const strata = (await sampledStrata(tx, [providerId], months)).get(providerId) ?? [];
    const sampled = estimate(strata);
    const { placements } = await judgeScope(tx, Prisma.sql`p.provider_id = ${providerId}::uuid`, context);
    const standings = placements.map((placement) => placement.standings);
    return {
      from: months.from,
      to: months.to,
      readAt: context.now.toISOString(),
      figures: figuresOf(figures, sampled),
      ...(await placesOf(tx, providerId)),
      months: await monthStates(tx, section),
      reasons: await reasonCounts(tx, section),
      documents: await documentCounts(tx, section),
      complaints: await complaintCounts(tx, section),
      cycles: cyclesOf(strata),
      sampled,
      quality: {
        participants: placements.length,
        withBroken: countWith(standings, 'broken'),
        tallies: tallyOf(standings),
      },
      checks: (await checkCounts(tx, section)).flatMap(({ code, ...counts }) =>
        isJudgedCheck(code) ? [{ code, ...counts }] : [],
      ),
      related: await relatedCompanies(tx, providerId),
    };
  },
  // Figures of a provider; of nobody in particular.
  reads: ({ figures: { providerId } }) => ({ type: 'provider', id: providerId, participantIds: [] }),
});

/** Where the provider works, and what its reports that wait are worth. */
async function placesOf(
  tx: Tx,
  providerId: string,
): Promise<Pick<ProviderPage, 'areas' | 'offices' | 'waitingOre'>> {
  const [row] = await queryJson<{
    readonly areas: readonly string[];
    readonly offices: number;
    readonly waitingOre: Ore;
  }>(
    tx,
    Prisma.sql`
    SELECT (SELECT coalesce(json_agg(DISTINCT c.delivery_area_id), '[]') FROM contract c WHERE c.provider_id = ${providerId}::uuid) AS areas,
      (SELECT count(*)::int FROM office o WHERE o.provider_id = ${providerId}::uuid) AS offices,
      (SELECT coalesce(sum(r.amount_ore), 0) FROM report r WHERE r.provider_id = ${providerId}::uuid AND ${WAITS}) AS "waitingOre"`,
  );
  if (row === undefined) throw new Error('A query without tables gave no row');
  return row;
}

/** Each cycle by itself, the latest first. */
function cyclesOf(strata: readonly ProviderStratum[]): readonly CycleResult[] {
  return [...Map.groupBy(strata, ({ cycleId }) => cycleId)]
    .flatMap(([cycleId, own]) => {
      const [first] = own;
      return first === undefined
        ? []
        : [{ cycleId, month: first.month, draw: first.draw, estimate: estimate(own) }];
    })
    .toReversed();
}
