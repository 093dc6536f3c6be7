import type { ClientActor } from '#lib/domain/actor/actor.ts';
import { type GroupedReports, groupReports } from '#lib/domain/report/group-reports.ts';
import { readRows, referencesOf } from '#lib/domain/report/parse-reports.ts';
import type { RawRow } from '#lib/domain/report/raw-row.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { keyOf, loadPlacementMonths } from '#lib/server/report/placement-months.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import type { HeldDraft, Submission } from '#lib/server/report/sort-submission.ts';
import { firstDay, type Month, monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Reading = { readonly today: PlainDate; readonly forUpdate: boolean };

/** Reads rows into reports and fetches what they are held against; `forUpdate` locks the placements in one order first. */
export async function holdSubmission(
  tx: Tx,
  client: ClientActor,
  rows: readonly RawRow[],
  { today, forUpdate }: Reading,
): Promise<Submission> {
  const rules = await loadRules(tx);
  const options = { minuteStep: rules.termsOf(monthOf(today)).minuteStep };
  const read = readRows(rows, options);
  const placements = await findPlacements(tx, client, referencesOf(read));
  const grouped = groupReports(read, (reference) => placements.get(reference) ?? null, options);
  if (forUpdate) await lock(tx, grouped);
  return {
    grouped,
    rules,
    months: await loadPlacementMonths(tx, grouped.reports),
    drafts: await findDrafts(tx, grouped),
    attestorPersonId: await findAttestor(tx, client.attestorMembershipId),
  };
}

async function findPlacements(
  tx: Tx,
  client: ClientActor,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await tx.$queryRaw<{ reference: string; placementId: string }[]>`
    SELECT s.implementation_reference::text AS reference, p.id::text AS "placementId"
    FROM service_period s JOIN placement p ON p.id = s.placement_id
    WHERE s.implementation_reference = ANY (${[...references]}::text[]) AND ${placementsInReach(client)} AND p.cancelled_at IS NULL`;
  return new Map(found.map(({ reference, placementId }) => [reference, placementId]));
}

async function lock(tx: Tx, { reports }: GroupedReports): Promise<void> {
  const ids = reports.map(({ placementId }) => placementId);
  await tx.$queryRaw`SELECT id::text FROM placement WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

export async function findDrafts(
  tx: Tx,
  { reports }: Pick<GroupedReports, 'reports'>,
): Promise<ReadonlyMap<string, HeldDraft>> {
  const found = await tx.$queryRaw<(HeldDraft & { placementId: string; month: Month })[]>`
    SELECT d.placement_id::text AS "placementId", to_char(d.month, 'YYYY-MM') AS month, d.content, d.source, d.version FROM month_draft d
    WHERE (d.placement_id, d.month) IN (SELECT * FROM unnest(
      ${reports.map(({ placementId }) => placementId)}::uuid[], ${reports.map(({ month }) => firstDay(month))}::date[]))`;
  return new Map(found.map((draft) => [keyOf(draft), draft]));
}

/** The person behind a standing signature. */
async function findAttestor(tx: Tx, membershipId: string | null): Promise<string | null> {
  if (membershipId === null) return null;
  const membership = await tx.membership.findUnique({
    where: { id: membershipId },
    select: { personId: true },
  });
  return membership?.personId ?? null;
}
