import type { Receipt } from '#lib/domain/report/receipt.ts';
import type { ReceiptInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { showReceipt } from '#lib/server/report/show-receipt.ts';

/** A receipt to keep: what was signed word by word, its hash, and its place in the log. */
export type ReceiptFile = Pick<
  Receipt,
  'attestationId' | 'month' | 'attestedAt' | 'authenticatedAt' | 'attestedByName' | 'contentHash' | 'chain'
> & {
  /** Exactly what was signed; null where parts of it are not for the reader. */
  readonly content: unknown;
  readonly verify: string;
};

type Read = { readonly file: ReceiptFile; readonly participantIds: readonly string[] };

const VERIFY =
  'contentHash är SHA-256 av content skriven som JSON med nycklarna i bokstavsordning och utan mellanrum. ' +
  'chain är platsen i loggens kedja: posten där har samma contentHash, och Arbetsförmedlingen kontrollerar kedjan med npm run audit:verify ' +
  'mot kontrollpunkter som är signerade med en nyckel vars öppna del ligger bredvid dem.';

/** The receipt as a file. */
export const receiptFile = defineQuery<ReceiptInput, Read>({
  name: 'report.receiptFile',
  mandates: ['signatory', 'providerAdmin'],
  purpose: 'Kvitto på intygad redovisning',
  run: async (tx, input, context) => {
    const receipt = await showReceipt.run(tx, input, context);
    if (receipt === null) return null;
    const { attestationId, month, attestedAt, authenticatedAt, attestedByName, contentHash, chain } = receipt;
    const seesAll = receipt.correction !== null || receipt.reports.length === receipt.reportCount;
    const stored = seesAll ? await tx.attestation.findUnique({ where: { id: attestationId } }) : null;
    const file: ReceiptFile = {
      attestationId,
      month,
      attestedAt,
      authenticatedAt,
      attestedByName,
      contentHash,
      content: stored?.content ?? null,
      chain,
      verify: VERIFY,
    };
    return { file, participantIds: receipt.reports.map(({ participantId }) => participantId) };
  },
  reads: ({ file: { attestationId: id }, participantIds }) => ({ type: 'attestation', id, participantIds }),
});
