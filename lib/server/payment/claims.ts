import type { ClaimCandidate, ClaimRow } from '#lib/domain/payment/claim.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { CLAIM_FACTS } from '#lib/server/payment/claim-facts.ts';
import { listClaims } from '#lib/server/payment/claim-rows.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

export type Claims = { readonly candidates: readonly ClaimCandidate[]; readonly claims: Paged<ClaimRow> };

type RawCandidate = {
  readonly statementId: string;
  readonly statementVersion: number;
  readonly cutOff: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly owedOre: bigint;
  readonly mayComeOre: bigint;
};

/** Balances that the providers owe and that nothing can be set off against. What may still come is told beside them. */
async function listCandidates(tx: Tx): Promise<readonly ClaimCandidate[]> {
  const rows = await tx.$queryRaw<RawCandidate[]>`
    SELECT c."statementId", c."statementVersion", c."cutOff", c."providerName", c."orgNo", c."owedOre",
      coalesce((SELECT sum((n ->> 'amountOre')::bigint) FROM statement_input i CROSS JOIN LATERAL jsonb_array_elements(i.not_payable) n
        WHERE i.statement_id = c."statementId"::uuid AND n ->> 'reason' IN ('reportMissing', 'reportNotApproved', 'notApproved', 'notVerified')), 0)::bigint AS "mayComeOre"
    FROM (
      SELECT s.id::text AS "statementId", s.version AS "statementVersion", s.cut_off::text AS "cutOff", r.name AS "providerName", r.org_no AS "orgNo",
        -s.balance_out_ore AS "owedOre", ${CLAIM_FACTS}
      FROM statement s JOIN provider r ON r.id = s.provider_id
      WHERE s.status IN ('accepted', 'authorised', 'paid') AND s.balance_out_ore < 0
        AND NOT EXISTS (SELECT 1 FROM claim k WHERE k.statement_id = s.id AND k.status <> 'declined')
    ) c WHERE c."isLatest" AND NOT c."servesOn" AND NOT c."hasPending" ORDER BY c."owedOre" DESC, c."statementId"`;
  return rows.map(({ providerName, orgNo, ...raw }) => ({
    ...raw,
    cutOff: plainDate(raw.cutOff),
    provider: { name: providerName, orgNo },
    owedOre: ore(Number(raw.owedOre)),
    mayComeOre: ore(Number(raw.mayComeOre)),
  }));
}

/** What may have to be claimed, and the claims there are. */
export const claims = defineQuery({
  name: 'claim.list',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, { page }: { readonly page: number }): Promise<Claims> => {
    const shown = await listClaims(tx, Prisma.sql`true`, { limit: PAGE_SIZE, offset: offsetOf(page) });
    return { candidates: await listCandidates(tx), claims: paged(shown, await tx.claim.count(), page) };
  },
  reads: () => null,
});

/** The own provider's claims: decided ones, and how they ended. One that is only proposed is not told yet. */
export const ownClaims = defineQuery({
  name: 'claim.listOwn',
  mandates: ['signatory', 'reporter', 'providerAdmin'],
  purpose: 'Ersättning till leverantören',
  run: async (tx): Promise<readonly ClaimRow[]> =>
    await listClaims(
      tx,
      Prisma.sql`c.provider_id = app.provider_id() AND c.status IN ('decided', 'settled')`,
      {
        limit: PAGE_SIZE,
        offset: 0,
      },
    ),
  reads: () => null,
});

/** A balance that may be claimed, for the page where it is proposed; no candidate where that has passed. */
export const readCandidate = defineQuery({
  name: 'claim.readCandidate',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (
    tx,
    { statementId }: { readonly statementId: string },
  ): Promise<{ readonly candidate: ClaimCandidate | null }> => {
    const found = await listCandidates(tx);
    return { candidate: found.find((candidate) => candidate.statementId === statementId) ?? null };
  },
  reads: () => null,
});

/** One claim, for the page where it is decided or settled. */
export const readClaim = defineQuery({
  name: 'claim.read',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, { claimId }: { readonly claimId: string }): Promise<ClaimRow | null> => {
    const [claim] = await listClaims(tx, Prisma.sql`c.id = ${claimId}::uuid`, { limit: 1, offset: 0 });
    return claim ?? null;
  },
  reads: () => null,
});
