import { z } from 'zod';
import { RECEIPT_SUBJECTS } from '#lib/domain/receipt/receipt-subject.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z.string().regex(/^\d{1,18}$/);
const instant = z.iso.datetime();
const text = z.string().max(200).nullable();

/** What is asked for: the receipt of something that was handed in. */
export const receiptFileInput = z.object({ subject: z.enum(RECEIPT_SUBJECTS), id: z.uuid() });
export type ReceiptFileInput = z.infer<typeof receiptFileInput>;

const checkpoint = z.strictObject({
  n: z.int().min(1),
  since: number,
  seq: number,
  hash,
  root: hash,
  at: instant,
  previous: hash,
  key: hash,
  nextKey: z.string().max(200).optional(),
  signature: z.base64().max(200),
});

/** A receipt as a file (decision 33). Nothing of a person stands in it. */
export const receiptFileSchema = z.strictObject({
  format: z.literal('leverantorsportalen/receipt/1'),
  /** What the log says: when, what, about which thing. */
  entry: z.strictObject({
    id: number,
    at: instant,
    actor_kind: text,
    action: text,
    outcome: text,
    subject_type: text,
    subject_id: text,
    content_hash: text,
  }),
  /** SHA-256 of the rest of the entry. */
  closed: hash,
  seq: number,
  /** The link before. */
  previous: hash,
  /** From the link up to the root that the checkpoint has signed. */
  path: z.array(hash).max(17),
  checkpoint,
});
export type ReceiptFile = z.infer<typeof receiptFileSchema>;
