import { z } from 'zod';
import { NOT_PAYABLE_REASONS } from '#lib/domain/compensation/evaluation.ts';
import { LINE_GROUP_ID } from '#lib/domain/statement/line-group.ts';
import { parsePlainDate, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const givenDate = z
  .string()
  .trim()
  .refine((text) => parsePlainDate(text) !== null, {
    error: 'Ange ett datum som finns, till exempel 2026-11-24.',
    params: { code: 'notDate' },
  })
  .transform((text): PlainDate => plainDate(text));

/** A statement run: up to and with which day reports and decisions count. */
export const startStatementRunInput = z.object({ cutOff: givenDate });

/** Another try at a run that stopped, as the payer saw it. */
export const retryStatementRunInput = z.object({ runId: z.uuid(), version: z.int().min(1) });

// What an address asks for is read leniently: what is not understood counts as not asked for.
const page = z.coerce.number().int().min(1).max(100_000).catch(1);

export const RUN_STATEMENT_ORDERS = ['name', 'net', 'payable'] as const;
export type RunStatementOrder = (typeof RUN_STATEMENT_ORDERS)[number];

/** The query of a run's list of statements (`?q=&order=&page=`). */
export const runStatementsQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  order: z.enum(RUN_STATEMENT_ORDERS).catch('name'),
  page,
});
export type RunStatementsQuery = z.infer<typeof runStatementsQuery>;

export const pageQuery = z.object({ page });

/** The query of a statement's page (`?show=basePay.2026-09&page=&unpaid=`). */
export const statementQuery = z.object({
  /** The group whose lines are shown; null: the page's own choice. */
  show: z.string().regex(LINE_GROUP_ID).nullable().catch(null),
  page,
  /** Page of what is not paid. */
  unpaid: page,
  /** The only reason that is shown of what is not paid; null: all. */
  reason: z.enum(NOT_PAYABLE_REASONS).nullable().catch(null),
  /** The line whose input is shown. */
  behind: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
  /** All lines at once, to print. */
  all: z
    .literal('1')
    .transform(() => true)
    .catch(false),
});
export type StatementQuery = z.infer<typeof statementQuery>;

export const runIdInput = z.object({ runId: z.uuid() });
export type RunIdInput = z.infer<typeof runIdInput>;
export const statementIdInput = z.object({ statementId: z.uuid() });

/** The confirmation of a run (`?cutOff=2026-11-24`). */
export const confirmRunQuery = z.object({ cutOff: givenDate.nullable().catch(null) });
