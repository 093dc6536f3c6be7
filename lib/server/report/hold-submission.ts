import type { ClientActor } from '#lib/domain/actor/actor.ts';
import type { GroupedReports } from '#lib/domain/report/group-reports.ts';
import { parseReports, referencesIn } from '#lib/domain/report/parse-reports.ts';
import type { RawRow } from '#lib/domain/report/raw-row.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type HeldDraft, keyOf, loadMonthsAndDrafts } from '#lib/server/report/placement-months.ts';
import { RULES_INDEX, rulesOf, type RulesIndex } from '#lib/server/report/rules-in-force.ts';
import type { Submission } from '#lib/server/report/sort-submission.ts';
import { firstDay, type Month, monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Reading = { readonly today: PlainDate; readonly forUpdate: boolean };

/**
 * Reads rows into reports and fetches what they are held against, in two questions; `forUpdate` locks the placements in one
 * order with the first of them.
 */
export async function holdSubmission(
  tx: Tx,
  client: ClientActor,
  rows: readonly RawRow[],
  { today, forUpdate }: Reading,
): Promise<Submission> {
  const { placements, index, attestorPersonId } = await findGround(tx, client, referencesIn(rows), forUpdate);
  const rules = await rulesOf(tx, index);
  const options = { minuteStep: rules.termsOf(monthOf(today)).minuteStep };
  const placementOf = (reference: string): string | null => placements[reference] ?? null;
  const grouped = parseReports(rows, placementOf, options);
  const { months, drafts } = await loadMonthsAndDrafts(tx, grouped.reports, {
    termsOf: rules.termsOf,
    today,
    withDrafts: false,
  });
  return { grouped, rules, months, drafts, attestorPersonId };
}

type Ground = {
  /** Ids by implementation reference. */
  readonly placements: Readonly<Record<string, string>>;
  readonly index: RulesIndex;
  /** The person behind a standing signature. */
  readonly attestorPersonId: string | null;
};

async function findGround(
  tx: Tx,
  client: ClientActor,
  references: readonly string[],
  forUpdate: boolean,
): Promise<Ground> {
  const lock = forUpdate ? Prisma.sql`ORDER BY p.id FOR NO KEY UPDATE OF p` : Prisma.empty;
  const [ground] = await tx.$queryRaw<Ground[]>`
    WITH found AS (
      SELECT s.implementation_reference::text AS reference, p.id FROM service_period s JOIN placement p ON p.id = s.placement_id
      WHERE s.implementation_reference = ANY (${[...references]}::bpchar[]) AND ${placementsInReach(client)} AND p.cancelled_at IS NULL ${lock})
    SELECT coalesce((SELECT json_object_agg(reference, id) FROM found), '{}') AS placements, ${RULES_INDEX} AS index,
      (SELECT m.person_id::text FROM membership m WHERE m.id = ${client.attestorMembershipId}::uuid) AS "attestorPersonId"`;
  if (ground === undefined) throw new Error('One row was asked for');
  return ground;
}

export async function findDrafts(
  tx: Tx,
  { reports }: Pick<GroupedReports, 'reports'>,
): Promise<ReadonlyMap<string, HeldDraft>> {
  const found = await tx.$queryRaw<(HeldDraft & { placementId: string; month: Month })[]>`
    SELECT d.placement_id::text AS "placementId", to_char(d.month, 'YYYY-MM') AS month, d.content, d.source, d.version,
      d.unread <> '[]' AS "hasUnread" FROM month_draft d
    WHERE (d.placement_id, d.month) IN (SELECT * FROM unnest(
      ${reports.map(({ placementId }) => placementId)}::uuid[], ${reports.map(({ month }) => firstDay(month))}::date[]))`;
  return new Map(found.map((draft) => [keyOf(draft), draft]));
}
