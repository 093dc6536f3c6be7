/** What somebody hands in and gets a receipt for: the words that the log has for it. */
export const RECEIPT_SUBJECTS = [
  'attestation',
  'document',
  'outcome',
  'choice',
  'providerSwitch',
  'complaint',
  'evidence',
] as const;
export type ReceiptSubject = (typeof RECEIPT_SUBJECTS)[number];

/** What a receipt is about: of these, or something else that the log knows of. The log has a choice as one of its decision. */
export function receiptKind(subjectType: string | null): ReceiptSubject | 'other' {
  if (subjectType === 'decision') return 'choice';
  return RECEIPT_SUBJECTS.find((known) => known === subjectType) ?? 'other';
}

/** Why a receipt is not genuine. */
export type ReceiptFault = 'notReceipt' | 'changed' | 'unknownKey';

/** What a look at a receipt has shown, for whoever handed it over. */
export type ReceiptVerdict =
  | { readonly genuine: false; readonly fault: ReceiptFault }
  | {
      readonly genuine: true;
      readonly kind: ReceiptSubject | 'other';
      readonly subjectId: string | null;
      /** ISO 8601 in UTC: when it was written into the log, and when that was signed. */
      readonly at: string;
      readonly signedAt: string;
      readonly seq: string;
      /** SHA-256 of what was handed in, where the log has it. */
      readonly contentHash: string | null;
    };
