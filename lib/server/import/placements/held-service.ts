import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import type { ChoiceKind, StoredRow } from '#lib/domain/placement/service-row.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly participantId: string;
  readonly reference: string;
  readonly number: number;
  readonly level: Level;
  readonly agreement: string;
  readonly deliveryArea: string;
  readonly kaNumber: string | null;
  readonly choice: ChoiceKind | null;
  readonly from: string;
  readonly to: string;
  readonly end: string | null;
  readonly endReason: EndReason | null;
  readonly decisionId: string;
  readonly placementId: string | null;
  readonly settledInPortal: boolean;
  /** First day of the placement's second period, where it has one. */
  readonly secondFrom: string | null;
};

/** What the portal holds of these participants' service, by participant. Placements that were cancelled are as if they had not been. */
export async function heldService(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredRow[]>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.participant_id::text AS "participantId", s.implementation_reference AS reference, s.number, d.level::text AS level,
      d.agreement_version_id AS agreement, d.delivery_area_id AS "deliveryArea", c.ka_number AS "kaNumber", l.choice::text AS choice,
      s."from"::text AS "from", s."to"::text AS "to", l."end"::text AS "end", l.end_reason::text AS "endReason",
      d.id::text AS "decisionId", l.id::text AS "placementId",
      (SELECT t."from"::text FROM service_period t WHERE t.placement_id = l.id AND t.number = 2) AS "secondFrom",
      EXISTS (SELECT FROM choice h WHERE h.participant_id = d.participant_id AND h.placement_id = l.id)
        OR EXISTS (SELECT FROM provider_switch w WHERE w.to_placement_id = l.id AND w.undone_at IS NULL) AS "settledInPortal"
    FROM decision d
    JOIN service_period s ON s.decision_id = d.id
    LEFT JOIN placement l ON l.id = s.placement_id
    LEFT JOIN contract c ON c.id = l.contract_id
    WHERE d.participant_id = ANY (${participantIds}::uuid[]) AND l.cancelled_at IS NULL`;
  const grouped = Map.groupBy(rows, (row) => row.participantId);
  return new Map([...grouped].map(([participantId, own]) => [participantId, own.map(storedRow)]));
}

function storedRow(row: Row): StoredRow {
  const {
    reference,
    level,
    agreement,
    deliveryArea,
    kaNumber,
    choice,
    decisionId,
    placementId,
    settledInPortal,
  } = row;
  const known = { reference, level, agreement, deliveryArea, kaNumber, choice };
  const period = {
    number: row.number === 2 ? 2 : 1,
    from: plainDate(row.from),
    to: plainDate(row.to),
  } as const;
  return { service: { ...known, ...period, ...endOf(row) }, decisionId, placementId, settledInPortal };
}

/** An end stands with the placement; a file tells it with the period that it falls in. */
function endOf(row: Row): { readonly end: PlainDate | null; readonly endReason: EndReason | null } {
  if (row.end === null) return { end: null, endReason: null };
  const inSecond = row.secondFrom !== null && row.end >= row.secondFrom;
  const here = row.secondFrom === null || (row.number === 2) === inSecond;
  return here ? { end: plainDate(row.end), endReason: row.endReason } : { end: null, endReason: null };
}

/** Whose references these are already: person by reference. */
export async function ownersOfReferences(
  tx: Tx,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ reference: string; personId: string }[]>`
    SELECT s.implementation_reference AS reference, a.person_id::text AS "personId"
    FROM service_period s JOIN decision d ON d.id = s.decision_id JOIN participant a ON a.id = d.participant_id
    WHERE s.implementation_reference = ANY (${references}::bpchar[])`;
  return new Map(rows.map(({ reference, personId }) => [reference, personId]));
}
