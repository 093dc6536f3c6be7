import type { AuthorisationContent } from '#lib/domain/payment/authorisation.ts';
import type { AuthorisationRow } from '#lib/domain/payment/payment-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { listAuthorisations } from '#lib/server/payment/authorisation-rows.ts';

export type ReadAuthorisation = {
  readonly row: AuthorisationRow;
  readonly content: AuthorisationContent;
  readonly contentHash: string;
  /** Whether what is stored still gives the hash that was signed. */
  readonly isIntact: boolean;
  readonly authenticatedAt: Date;
};

/** The receipt of an authorisation: what was signed, word for word. */
export const readAuthorisation = defineQuery({
  name: 'payment.readAuthorisation',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (
    tx,
    { authorisationId }: { readonly authorisationId: string },
  ): Promise<ReadAuthorisation | null> => {
    const stored = await tx.authorisation.findUnique({ where: { id: authorisationId } });
    const [row] = await listAuthorisations(tx, Prisma.sql`a.id = ${authorisationId}::uuid`, {
      limit: 1,
      offset: 0,
    });
    if (stored === null || row === undefined) return null;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stored by authorisePayment alone, and append-only
    const content = stored.content as unknown as AuthorisationContent;
    const { contentHash, authenticatedAt } = stored;
    return {
      row,
      content,
      contentHash,
      isIntact: hashOf(content).toString('hex') === contentHash,
      authenticatedAt,
    };
  },
  reads: ({ row }) => ({ type: 'authorisation', id: row.id, participantIds: [] }),
});
