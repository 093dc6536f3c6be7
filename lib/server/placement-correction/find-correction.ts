import type {
  CorrectionItem,
  ListedCorrection,
  ProviderSums,
  ShownItem,
} from '#lib/domain/placement-correction/correction.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';

/** Corrections with their sums, the latest first. */
export async function listCorrections(tx: Tx, which: Prisma.Sql): Promise<readonly ListedCorrection[]> {
  return await queryJson<ListedCorrection>(
    tx,
    Prisma.sql`
    SELECT c.id, c.version, c.what, c.occurred_on AS "occurredOn", c.status, c.declared_by_person_id AS "declaredByPersonId",
      a.given_name || ' ' || a.family_name AS "declaredByName",
      to_char(c.declared_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "declaredAt", c.calculated_on AS "calculatedOn",
      b.given_name || ' ' || b.family_name AS "decidedByName",
      to_char(c.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt", c.decision_reason AS "decisionReason",
      s.placements, s.providers, s.difference AS "differenceOre", s.next AS "nextOre"
    FROM placement_correction c
      LEFT JOIN person a ON a.id = c.declared_by_person_id
      LEFT JOIN person b ON b.id = c.decided_by_person_id
      CROSS JOIN LATERAL (SELECT count(*) AS placements, count(DISTINCT i.provider_id) AS providers,
        coalesce(sum(i.difference_ore), 0)::bigint AS difference, coalesce(sum(i.next_ore), 0)::bigint AS next
        FROM placement_correction_item i WHERE i.correction_id = c.id) s
    WHERE ${which} ORDER BY c.declared_at DESC, c.id DESC`,
  );
}

export async function findCorrection(tx: Tx, correctionId: string): Promise<ListedCorrection | null> {
  const [correction] = await listCorrections(tx, Prisma.sql`c.id = ${correctionId}::uuid`);
  return correction ?? null;
}

const ITEM = Prisma.sql`i.placement_id AS "placementId", i.provider_id AS "providerId",
  i.implementation_reference AS "implementationReference", i.from_level AS "fromLevel", i.to_level AS "toLevel",
  i.from_agreement_version_id AS "fromAgreementVersionId", i.to_agreement_version_id AS "toAgreementVersionId",
  i.difference_ore AS "differenceOre", i.next_before_ore AS "nextBeforeOre", i.next_ore AS "nextOre"`;

/** Every placement of a correction, in the order of their ids: what is signed. */
export async function allItems(tx: Tx, correctionId: string): Promise<readonly CorrectionItem[]> {
  return await queryJson<CorrectionItem>(
    tx,
    Prisma.sql`SELECT ${ITEM} FROM placement_correction_item i WHERE i.correction_id = ${correctionId}::uuid ORDER BY i.placement_id`,
  );
}

/** Placements of a correction with their providers' names, by provider and reference; all where no page is asked for. */
export async function shownItems(
  tx: Tx,
  correctionId: string,
  part: { readonly limit: number; readonly offset: number } | null,
): Promise<readonly ShownItem[]> {
  const page = part === null ? Prisma.empty : Prisma.sql`LIMIT ${part.limit} OFFSET ${part.offset}`;
  return await queryJson<ShownItem>(
    tx,
    Prisma.sql`
    SELECT ${ITEM}, v.name AS "providerName", l.participant_id AS "participantId"
    FROM placement_correction_item i JOIN provider v ON v.id = i.provider_id JOIN placement l ON l.id = i.placement_id
    WHERE i.correction_id = ${correctionId}::uuid AND ${openToNamed('l')} ORDER BY v.name, i.implementation_reference, i.placement_id ${page}`,
  );
}

export async function providerSums(tx: Tx, correctionId: string): Promise<readonly ProviderSums[]> {
  return await queryJson<ProviderSums>(
    tx,
    Prisma.sql`
    SELECT v.id AS "providerId", v.name AS "providerName", count(*) AS placements, sum(i.difference_ore)::bigint AS "differenceOre",
      sum(i.next_ore)::bigint AS "nextOre"
    FROM placement_correction_item i JOIN provider v ON v.id = i.provider_id
    WHERE i.correction_id = ${correctionId}::uuid GROUP BY v.id, v.name ORDER BY v.name`,
  );
}

/** What a decision on the correction is bound to: what went wrong, every placement from what to what, and its kronor. */
export function contentHashOf(
  { id, what, occurredOn }: Pick<ListedCorrection, 'id' | 'what' | 'occurredOn'>,
  items: readonly CorrectionItem[],
): string {
  return hashOf({ id, what, occurredOn, items }).toString('hex');
}
