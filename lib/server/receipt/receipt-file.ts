import { ROLES } from '#lib/domain/actor/role.ts';
import type { ReceiptFile, ReceiptFileInput } from '#lib/schemas/receipt.ts';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { merklePath } from '#lib/server/audit/merkle.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { env } from '#lib/server/env.ts';
import { findCovering } from '#lib/server/receipt/find-covering.ts';

type Place = {
  readonly seq: bigint | null;
  readonly previous: Uint8Array;
  readonly closed: Uint8Array | null;
  readonly entry: ReceiptFile['entry'];
};

/** The receipt of what the asker has handed in; `file` is null until it has been signed, some seconds after. */
export const receiptFile = defineQuery<ReceiptFileInput, { readonly file: ReceiptFile | null }>({
  name: 'receipt.file',
  mandates: [...ROLES],
  purpose: 'Kvitto på det som skickats in',
  run: async (tx, { subject, id }) => {
    const [place] = await tx.$queryRaw<Place[]>`
      SELECT r.seq, r.previous, r.closed, r.entry FROM app.receipt_entry(${subject}, ${id}::uuid) r`;
    if (place === undefined) return null;
    const { seq, previous, closed, entry } = place;
    if (seq === null || closed === null) return { file: null };
    const checkpoint = await findCovering(auditFolder(env().PORTAL_DATA_DIR), seq);
    if (checkpoint === null) return { file: null };
    const links = await tx.$queryRaw<{ readonly hash: Uint8Array }[]>`
      SELECT c.hash FROM audit_chain c WHERE c.seq > ${BigInt(checkpoint.since)} AND c.seq <= ${BigInt(checkpoint.seq)} ORDER BY c.seq`;
    const path = merklePath(
      links.map(({ hash }) => Buffer.from(hash)),
      Number(seq - BigInt(checkpoint.since)) - 1,
    );
    const file: ReceiptFile = {
      format: 'leverantorsportalen/receipt/1',
      entry,
      closed: Buffer.from(closed).toString('hex'),
      seq: seq.toString(),
      previous: Buffer.from(previous).toString('hex'),
      path: path.map((hash) => hash.toString('hex')),
      checkpoint,
    };
    return { file };
  },
  reads: () => null,
});
