import type { Component, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DocumentStatus } from '#lib/domain/compensation/types.ts';
import { monthOfKey } from '#lib/domain/statement/entry-key.ts';
import { remedySv } from '#lib/domain/statement/remedy.ts';
import type { NotPayableList, NotPayableView } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { ReportStatus } from '#lib/server/db/generated/enums.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { agreementsOf, storedFacts } from '#lib/server/statement/stored-input.ts';
import { type Ore, ore, sumOre } from '#lib/shared/money.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

type RawEntry = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly officeName: string;
  readonly isProtected: boolean;
  readonly key: string;
  readonly component: Component;
  readonly reason: NotPayableReason;
  readonly amountOre: bigint;
  readonly facts: unknown;
  readonly agreementVersionId: string;
  readonly reportNow: ReportStatus | null;
  readonly reportSubmittedOn: string | null;
  readonly outcomeNow: DocumentStatus | null;
  readonly outcomeVerifiedThrough: string | null;
};

type Slice = {
  readonly reason: NotPayableReason | null;
  readonly limit: number;
  readonly offset: number;
  readonly today: PlainDate;
};

type Read = { readonly items: readonly NotPayableView[]; readonly participantIds: readonly string[] };

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

function dateOf(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}

const ENTRIES = Prisma.sql`statement_input i
  CROSS JOIN LATERAL jsonb_to_recordset(i.not_payable) AS n(key text, component text, reason text, "amountOre" bigint)`;

/** What the stored inputs gave that is not payable, the latest month first. Only of placements that the reader may see. */
export async function readNotPayable(tx: Tx, statementId: string, slice: Slice): Promise<Read> {
  const { reason, limit, offset, today } = slice;
  const rows = await tx.$queryRaw<RawEntry[]>`
    SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", e.given_name || ' ' || e.family_name AS name,
      f.name AS "officeName", p.protected AS "isProtected", n.key, n.component, n.reason, n."amountOre", i.facts,
      i.agreement_version_id AS "agreementVersionId", coalesce(r.standing_status, r.status)::text AS "reportNow", r.submitted_on::text AS "reportSubmittedOn",
      o.status::text AS "outcomeNow", o.verified_through::text AS "outcomeVerifiedThrough"
    FROM ${ENTRIES}
    JOIN placement p ON p.id = i.placement_id AND ${openToNamed('p')}
    JOIN participant a ON a.id = p.participant_id
    JOIN person e ON e.id = a.person_id
    JOIN office f ON f.id = p.office_id
    LEFT JOIN report r ON r.placement_id = p.id AND r.status NOT IN ('superseded', 'withdrawn')
      AND r.month = CASE WHEN n.key LIKE 'base:%' THEN (substr(n.key, 6, 7) || '-01')::date END
    LEFT JOIN outcome o ON n.key NOT LIKE 'base:%' AND o.placement_id = p.id AND o.status NOT IN ('superseded', 'withdrawn')
    WHERE i.statement_id = ${statementId}::uuid AND (${reason}::text IS NULL OR n.reason = ${reason})
    ORDER BY n.key COLLATE "C" DESC, e.family_name COLLATE "sv-x-icu", e.given_name COLLATE "sv-x-icu", p.id
    LIMIT ${limit} OFFSET ${offset}`;
  const agreementOf = await agreementsOf(
    tx,
    rows.map(({ agreementVersionId }) => agreementVersionId),
  );
  const items = rows.map((raw): NotPayableView => {
    const facts = storedFacts(raw.facts);
    const month = monthOfKey(raw.key);
    const reportNow = documentStatusOf(raw.reportNow);
    const submittedOn = dateOf(raw.reportSubmittedOn);
    return {
      placementId: raw.placementId,
      name: raw.name,
      officeName: raw.officeName,
      isProtected: raw.isProtected,
      key: raw.key,
      component: raw.component,
      month,
      reason: raw.reason,
      reportThen: facts.reports.find((report) => report.month === month)?.status ?? null,
      amountOre: ore(Number(raw.amountOre)),
      remedy: remedySv({
        reason: raw.reason,
        key: raw.key,
        agreement: agreementOf(raw.agreementVersionId),
        facts,
        reportNow: reportNow === null || submittedOn === null ? null : { status: reportNow, submittedOn },
        outcomeNow:
          raw.outcomeNow === null
            ? null
            : { status: raw.outcomeNow, verifiedThrough: dateOf(raw.outcomeVerifiedThrough) },
        today,
      }),
    };
  });
  return { items, participantIds: rows.map(({ participantId }) => participantId) };
}

type RawReason = {
  readonly reason: NotPayableReason;
  readonly seen: bigint;
  readonly unseen: bigint;
  readonly amountOre: bigint;
};

type Asked = { readonly reason: NotPayableReason | null; readonly page: number; readonly today: PlainDate };

export type NotPayable = {
  readonly list: NotPayableList;
  readonly hidden: boolean;
  readonly participantIds: readonly string[];
};

/** A page of what is not payable, with how many there are by reason. Whether there are others is all that is said of those unseen. */
export async function listNotPayable(tx: Tx, statementId: string, asked: Asked): Promise<NotPayable> {
  const { reason, page, today } = asked;
  const counts = await tx.$queryRaw<RawReason[]>`
    SELECT n.reason, count(p.id) AS seen, count(*) FILTER (WHERE p.id IS NULL) AS unseen,
      coalesce(sum(n."amountOre") FILTER (WHERE p.id IS NOT NULL), 0)::bigint AS "amountOre"
    FROM ${ENTRIES} LEFT JOIN placement p ON p.id = i.placement_id
    WHERE i.statement_id = ${statementId}::uuid GROUP BY n.reason ORDER BY seen DESC, n.reason`;
  const seen = counts.filter((count) => count.seen > 0n);
  const shown = seen.some((count) => count.reason === reason) ? reason : null;
  const slice = { reason: shown, limit: PAGE_SIZE, offset: offsetOf(page), today };
  const { items, participantIds } = await readNotPayable(tx, statementId, slice);
  const listed = seen.filter((count) => shown === null || count.reason === shown);
  const amounts: readonly Ore[] = seen.map(({ amountOre }) => ore(Number(amountOre)));
  return {
    list: {
      ...paged(
        items,
        listed.reduce((sum, count) => sum + Number(count.seen), 0),
        page,
      ),
      amountOre: sumOre(amounts),
      reasons: seen.map((count) => ({ reason: count.reason, count: Number(count.seen) })),
      shown,
    },
    hidden: counts.some(({ unseen }) => unseen > 0n),
    participantIds,
  };
}
