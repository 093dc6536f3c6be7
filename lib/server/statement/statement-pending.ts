import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { forecast } from '#lib/domain/statement/forecast.ts';
import { pendingNeedSv } from '#lib/domain/statement/forecast-need-sv.ts';
import type { PendingList, PendingView } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { paged } from '#lib/server/statement/paging.ts';
import { agreementsOf, storedFacts } from '#lib/server/statement/stored-input.ts';
import { ore, sumOre } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type RawPending = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly officeName: string;
  readonly isProtected: boolean;
  readonly key: string;
  readonly component: Component;
  readonly dueOn: string;
  readonly amountOre: bigint;
  readonly facts: unknown;
  readonly agreementVersionId: string;
};

type RawDue = {
  readonly dueOn: string;
  readonly component: Component;
  readonly amounts: bigint;
  readonly seen: bigint;
  readonly amountOre: bigint;
};

type Slice = { readonly limit: number; readonly offset: number };
type Read = { readonly items: readonly PendingView[]; readonly participantIds: readonly string[] };

const ENTRIES = Prisma.sql`statement_input i
  CROSS JOIN LATERAL jsonb_to_recordset(i.pending) AS n(key text, component text, "dueOn" text, "amountOre" bigint)`;

/** What the stored inputs gave that is pending, the soonest first. Only of placements that the reader may see. */
export async function readPending(tx: Tx, statementId: string, { limit, offset }: Slice): Promise<Read> {
  const rows = await tx.$queryRaw<RawPending[]>`
    SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", e.given_name || ' ' || e.family_name AS name,
      f.name AS "officeName", p.protected AS "isProtected", n.key, n.component, n."dueOn", n."amountOre", i.facts,
      i.agreement_version_id AS "agreementVersionId"
    FROM ${ENTRIES}
    JOIN placement p ON p.id = i.placement_id
    JOIN participant a ON a.id = p.participant_id
    JOIN person e ON e.id = a.person_id
    JOIN office f ON f.id = p.office_id
    WHERE i.statement_id = ${statementId}::uuid
    ORDER BY n."dueOn" COLLATE "C", e.family_name COLLATE "sv-x-icu", e.given_name COLLATE "sv-x-icu", p.id, n.key COLLATE "C"
    LIMIT ${limit} OFFSET ${offset}`;
  const agreementOf = await agreementsOf(
    tx,
    rows.map(({ agreementVersionId }) => agreementVersionId),
  );
  const items = rows.map((raw): PendingView => {
    const { placementId, name, officeName, isProtected, key, component } = raw;
    const dueOn = plainDate(raw.dueOn);
    const agreement = agreementOf(raw.agreementVersionId);
    const facts = storedFacts(raw.facts);
    return {
      placementId,
      name,
      officeName,
      isProtected,
      key,
      component,
      dueOn,
      amountOre: ore(Number(raw.amountOre)),
      need: pendingNeedSv({ key, component, dueOn, agreement, facts }),
    };
  });
  return { items, participantIds: rows.map(({ participantId }) => participantId) };
}

export type Pending = { readonly list: PendingList; readonly participantIds: readonly string[] };

/** A page of what is pending, and what falls due by month. The months count every placement, whoever reads them. */
export async function listPending(
  tx: Tx,
  statementId: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<Pending> {
  const dues = await tx.$queryRaw<RawDue[]>`
    SELECT n."dueOn", n.component, count(*) AS amounts, count(p.id) AS seen, sum(n."amountOre")::bigint AS "amountOre"
    FROM ${ENTRIES} LEFT JOIN placement p ON p.id = i.placement_id
    WHERE i.statement_id = ${statementId}::uuid GROUP BY n."dueOn", n.component`;
  const months = forecast(
    dues.map(({ dueOn, component, amounts, amountOre }) => ({
      dueOn: plainDate(dueOn),
      component,
      amounts: Number(amounts),
      amountOre: ore(Number(amountOre)),
    })),
  );
  const total = dues.reduce((sum, { seen }) => sum + Number(seen), 0);
  const { items, participantIds } =
    total === 0
      ? { items: [], participantIds: [] }
      : await readPending(tx, statementId, { limit: size, offset: (page - 1) * size });
  return {
    list: {
      ...paged(items, total, page),
      months,
      amountOre: sumOre(months.map(({ amountOre }) => amountOre)),
      hidden: dues.some(({ amounts, seen }) => seen < amounts),
    },
    participantIds,
  };
}
