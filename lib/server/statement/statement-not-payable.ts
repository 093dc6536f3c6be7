import type { Component, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DocumentStatus } from '#lib/domain/compensation/types.ts';
import { monthOfKey } from '#lib/domain/statement/entry-key.ts';
import type { NotPayableView, Paged } from '#lib/domain/statement/statement-view.ts';
import type { ReportStatus } from '#lib/server/db/generated/enums.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

type RawEntry = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly key: string;
  readonly component: Component;
  readonly reason: NotPayableReason;
  readonly amountOre: bigint;
  readonly reportThen: DocumentStatus | null;
  readonly reportNow: ReportStatus | null;
};

export type NotPayable = {
  readonly list: Paged<NotPayableView> & { readonly amountOre: Ore };
  readonly hidden: boolean;
  readonly participantIds: readonly string[];
};

/** A report's state in the words of the compensation model; one that is no longer there counts as none. */
function documentStatusOf(status: ReportStatus | null): DocumentStatus | null {
  switch (status) {
    case null:
    case 'superseded':
    case 'withdrawn':
      return null;
    case 'inReview':
      return 'submitted';
    default:
      return status;
  }
}

function viewOf(raw: RawEntry): NotPayableView {
  return {
    placementId: raw.placementId,
    name: raw.name,
    isProtected: raw.isProtected,
    key: raw.key,
    component: raw.component,
    month: monthOfKey(raw.key),
    reason: raw.reason,
    reportThen: raw.reportThen,
    reportNow: documentStatusOf(raw.reportNow),
    amountOre: ore(Number(raw.amountOre)),
  };
}

/**
 * What the stored inputs gave that is not payable, the latest month first, beside the month's report as it stands
 * today. Only of placements that the reader may see; whether there are others is all that is said of them.
 */
export async function listNotPayable(tx: Tx, statementId: string, page: number): Promise<NotPayable> {
  const [count] = await tx.$queryRaw<{ seen: bigint; unseen: bigint; amountOre: bigint }[]>`
    SELECT count(*) FILTER (WHERE p.id IS NOT NULL) AS seen, count(*) FILTER (WHERE p.id IS NULL) AS unseen,
      coalesce(sum(n."amountOre") FILTER (WHERE p.id IS NOT NULL), 0)::bigint AS "amountOre"
    FROM statement_input i CROSS JOIN LATERAL jsonb_to_recordset(i.not_payable) AS n("amountOre" bigint)
    LEFT JOIN placement p ON p.id = i.placement_id
    WHERE i.statement_id = ${statementId}::uuid`;
  const rows = await tx.$queryRaw<RawEntry[]>`
    SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", e.given_name || ' ' || e.family_name AS name,
      p.protected AS "isProtected", n.key, n.component, n.reason, n."amountOre", r.status::text AS "reportNow",
      (SELECT f ->> 'status' FROM jsonb_array_elements(i.facts -> 'reports') f WHERE f ->> 'month' = substr(n.key, 6, 7)) AS "reportThen"
    FROM statement_input i
    CROSS JOIN LATERAL jsonb_to_recordset(i.not_payable) AS n(key text, component text, reason text, "amountOre" bigint)
    JOIN placement p ON p.id = i.placement_id
    JOIN participant a ON a.id = p.participant_id
    JOIN person e ON e.id = a.person_id
    LEFT JOIN report r ON r.placement_id = p.id AND r.status NOT IN ('superseded', 'withdrawn')
      AND r.month = CASE WHEN n.key LIKE 'base:%' THEN (substr(n.key, 6, 7) || '-01')::date END
    WHERE i.statement_id = ${statementId}::uuid
    ORDER BY n.key COLLATE "C" DESC, e.family_name COLLATE "sv-x-icu", e.given_name COLLATE "sv-x-icu", p.id
    LIMIT ${PAGE_SIZE} OFFSET ${offsetOf(page)}`;
  return {
    list: {
      ...paged(rows.map(viewOf), Number(count?.seen ?? 0n), page),
      amountOre: ore(Number(count?.amountOre ?? 0n)),
    },
    hidden: (count?.unseen ?? 0n) > 0n,
    participantIds: rows.map(({ participantId }) => participantId),
  };
}
