import { z } from 'zod';

/** Most characters of a message about a dispute. */
export const MOST_DISPUTE_CHARACTERS = 4000;

const version = z.int().min(1);
const key = z.string().min(1).max(60);

const message = z
  .string()
  .trim()
  .min(10, 'Skriv minst tio tecken, så att den som läser förstår vad du menar.')
  .max(MOST_DISPUTE_CHARACTERS, 'Texten får vara högst 4 000 tecken.');

/** A statement and the version of it that was seen. */
export const acceptStatementInput = z.object({ statementId: z.uuid(), version });

/** An amount of a statement, and why the provider does not agree with it. */
export const disputeStatementInput = z.object({
  statementId: z.uuid(),
  version,
  placementId: z.uuid(),
  key,
  text: message,
});

export const disputeIdInput = z.object({ disputeId: z.uuid() });

export const replyDisputeInput = z.object({ disputeId: z.uuid(), text: message });

export const withdrawDisputeInput = z.object({ disputeId: z.uuid(), version });

/** The answer that closes a dispute, and the effect that the reviewer was shown: it is compared, never taken over. */
export const closeDisputeInput = z.object({
  disputeId: z.uuid(),
  version,
  effectOre: z.int(),
  text: message,
});

/** Which amount a new dispute is about (`?line=` of what is paid, or `?placementId=&key=` of what is not). */
export const disputedAmountQuery = z.union([
  z.object({ line: z.string().regex(/^\d{1,18}$/) }),
  z.object({ placementId: z.uuid(), key }),
]);
export type DisputedAmountQuery = z.infer<typeof disputedAmountQuery>;

/** The list's filters as they stand in the address; what is not understood counts as not asked for. */
export const disputeListQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  show: z.enum(['open', 'closed']).catch('open'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DisputeListQuery = z.infer<typeof disputeListQuery>;

/** What has just been done with a dispute (`?done=`), for the page to say so. */
export const disputeDone = z.enum(['opened', 'replied', 'withdrawn', 'closed']).nullable().catch(null);
