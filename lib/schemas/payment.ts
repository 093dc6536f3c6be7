import { z } from 'zod';
import { parsePlainDate, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const LONGEST_REASON = 1000;
/** More providers than there are; a signature over more is a mistake. */
const MOST_STATEMENTS = 5000;

const date = z
  .string()
  .trim()
  .refine((text) => parsePlainDate(text) !== null, {
    error: 'Ange ett datum som finns, till exempel 2026-11-25.',
    params: { code: 'notDate' },
  })
  .transform((text): PlainDate => plainDate(text));

const reason = z
  .string()
  .trim()
  .min(1, 'Skriv varför, med en mening eller två.')
  .max(LONGEST_REASON, `Skriv högst ${LONGEST_REASON} tecken.`);

const version = z.int().min(1);
const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What a payer signs: a pay day, the statements as they were seen, and the checksum of all that was shown. */
export const authorisePaymentInput = z.object({
  payOn: date,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  statements: z
    .array(z.object({ statementId: z.uuid(), version }))
    .min(1, 'Välj minst ett underlag.')
    .max(MOST_STATEMENTS)
    .refine((all) => new Set(all.map(({ statementId }) => statementId)).size === all.length, {
      error: 'Samma underlag är med två gånger.',
      params: { code: 'repeated' },
    }),
});
export type AuthorisePaymentInput = z.infer<typeof authorisePaymentInput>;

export const confirmPaymentInput = z.object({ authorisationId: z.uuid(), paidOn: date });
export type ConfirmPaymentInput = z.infer<typeof confirmPaymentInput>;

export const authorisationIdInput = z.object({ authorisationId: z.uuid() });
export const payDayInput = z.object({ date });

export const PAY_DAY_VIEWS = ['ready', 'hindered', 'done'] as const;
export type PayDayView = (typeof PAY_DAY_VIEWS)[number];

/** The query of a pay day's page (`?q=&view=&page=`). */
export const payDayQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  view: z.enum(PAY_DAY_VIEWS).catch('ready'),
  page,
});
export type PayDayQuery = z.infer<typeof payDayQuery>;

/** The query of the check before a signature (`?all=1` or `?s=<id>&s=<id>`). */
export const checkQuery = z.object({
  all: z.literal('1').nullable().catch(null),
  s: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.uuid())).catch([]),
});
export type CheckQuery = z.infer<typeof checkQuery>;

export const proposeClaimInput = z.object({ statementId: z.uuid(), version, reason });
export type ProposeClaimInput = z.infer<typeof proposeClaimInput>;

export const decideClaimInput = z
  .object({
    claimId: z.uuid(),
    version,
    decision: z.enum(['decide', 'decline'], 'Välj om återkravet ska beslutas eller avslås.'),
    reason: z.string().trim().max(LONGEST_REASON, `Skriv högst ${LONGEST_REASON} tecken.`).default(''),
  })
  .refine(({ decision, reason: given }) => decision === 'decide' || given !== '', {
    path: ['reason'],
    error: 'Skriv varför återkravet avslås.',
    params: { code: 'required' },
  });
export type DecideClaimInput = z.infer<typeof decideClaimInput>;

export const settleClaimInput = z.object({ claimId: z.uuid(), version, settledOn: date });
export type SettleClaimInput = z.infer<typeof settleClaimInput>;

/** An account as it was typed. Which numbers there are, the bank's own rules say. */
export const requestBankAccountInput = z.object({
  clearingNumber: z.string().max(40),
  accountNumber: z.string().max(60),
});
export type RequestBankAccountInput = z.infer<typeof requestBankAccountInput>;

export const withdrawBankAccountInput = z.object({ bankAccountId: z.uuid(), version });
export type WithdrawBankAccountInput = z.infer<typeof withdrawBankAccountInput>;

export const decideBankAccountInput = z
  .object({
    bankAccountId: z.uuid(),
    version,
    decision: z.enum(['confirm', 'refuse'], 'Välj om kontot ska bekräftas eller nekas.'),
    reason: z.string().trim().max(LONGEST_REASON, `Skriv högst ${LONGEST_REASON} tecken.`).default(''),
  })
  .refine(({ decision, reason: given }) => decision === 'confirm' || given !== '', {
    path: ['reason'],
    error: 'Skriv varför kontot nekas. Leverantören läser det.',
    params: { code: 'required' },
  });
export type DecideBankAccountInput = z.infer<typeof decideBankAccountInput>;

export const listPageQuery = z.object({ page });

export const claimIdInput = z.object({ claimId: z.uuid() });
export const candidateQuery = z.object({ statement: z.uuid() });
export const bankAccountIdInput = z.object({ bankAccountId: z.uuid() });

/** What was just done, for the list that one comes back to. */
export const claimsQuery = z.object({
  page,
  done: z.enum(['proposed', 'decided', 'declined', 'settled']).nullable().catch(null),
});
export const bankAccountsQuery = z.object({
  page,
  done: z.enum(['confirmed', 'refused']).nullable().catch(null),
});
