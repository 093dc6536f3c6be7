import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { monthOfKey } from '#lib/domain/statement/entry-key.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import type { LineSubject, LineView } from '#lib/domain/statement/statement-view.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { GROUP_ID } from '#lib/server/statement/statement-groups.ts';
import { ore } from '#lib/shared/money.ts';

type RawLine = {
  readonly id: string;
  readonly placementId: string;
  /** Null where the reader may not see the placement. */
  readonly participantId: string | null;
  readonly name: string | null;
  readonly officeName: string | null;
  readonly isProtected: boolean;
  readonly key: string;
  readonly component: Component;
  readonly isCorrection: boolean;
  readonly groupId: string;
  readonly quantity: number | null;
  readonly unitOre: bigint | null;
  readonly amountOre: bigint;
  readonly because: readonly LineStep[] | null;
  readonly agreementName: string;
};

export type ReadLine = { readonly line: LineView; readonly participantId: string | null };

function subjectOf(raw: RawLine): LineSubject {
  if (raw.isProtected) return { kind: 'protected' };
  return raw.participantId === null || raw.name === null
    ? { kind: 'otherOffice' }
    : { kind: 'participant', name: raw.name, placementId: raw.placementId };
}

function readLineOf(raw: RawLine): ReadLine {
  return {
    participantId: raw.participantId,
    line: {
      id: raw.id,
      subject: subjectOf(raw),
      officeName: raw.isProtected ? null : raw.officeName,
      key: raw.key,
      component: raw.component,
      month: monthOfKey(raw.key),
      isCorrection: raw.isCorrection,
      groupId: raw.groupId,
      quantity: raw.quantity,
      unitOre: raw.unitOre === null ? null : ore(Number(raw.unitOre)),
      amountOre: ore(Number(raw.amountOre)),
      because: raw.because,
      agreementName: raw.agreementName,
    },
  };
}

/**
 * Lines of the given groups, in the groups' order and then by name. A line counts towards the sums whoever reads it;
 * of a placement that row-level security hides from the reader nothing but its amount comes along.
 */
export async function listLines(
  tx: Tx,
  statementId: string,
  groups: readonly string[],
  slice: { readonly limit: number; readonly offset: number },
): Promise<readonly ReadLine[]> {
  const rows = await tx.$queryRaw<RawLine[]>`
    SELECT l.id::text, l.placement_id::text AS "placementId", p.participant_id::text AS "participantId",
      e.given_name || ' ' || e.family_name AS name, o.name AS "officeName",
      coalesce(p.protected, app.is_protected_placement(l.placement_id)) AS "isProtected", l.key, l.component,
      l.quantity IS NULL AS "isCorrection", ${GROUP_ID} AS "groupId",
      CASE WHEN p.id IS NOT NULL THEN l.quantity END AS quantity, CASE WHEN p.id IS NOT NULL THEN l.unit_ore END AS "unitOre",
      l.amount_ore AS "amountOre", CASE WHEN p.id IS NOT NULL THEN l.because END AS because, v.name AS "agreementName"
    FROM statement_line l
    JOIN statement_input i ON i.statement_id = l.statement_id AND i.placement_id = l.placement_id
    JOIN agreement_version v ON v.id = i.agreement_version_id
    LEFT JOIN placement p ON p.id = l.placement_id
    LEFT JOIN participant a ON a.id = p.participant_id
    LEFT JOIN person e ON e.id = a.person_id
    LEFT JOIN office o ON o.id = p.office_id
    WHERE l.statement_id = ${statementId}::uuid AND ${GROUP_ID} = ANY (${groups}::text[])
    ORDER BY array_position(${groups}::text[], ${GROUP_ID}), p.protected NULLS LAST, e.family_name COLLATE "sv-x-icu", e.given_name COLLATE "sv-x-icu", l.id
    LIMIT ${slice.limit} OFFSET ${slice.offset}`;
  return rows.map(readLineOf);
}
