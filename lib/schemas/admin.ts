import { z } from 'zod';
import { AUDIT_OUTCOMES, AUDIT_REASONS } from '#lib/domain/admin/audit-log.ts';
import { CONTRACT_STATES } from '#lib/domain/admin/contract-register.ts';
import { PLACEMENT_VIEWS } from '#lib/domain/admin/placement-list.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';

const page = z.coerce.number().int().min(1).max(10_000).default(1);
const words = z.string().trim().max(100).default('');

/** The page of the participants who have not chosen, as it stands in the address. */
export const caseworkerDeskInput = z.object({ page });
export type CaseworkerDeskInput = z.infer<typeof caseworkerDeskInput>;

/** The filters of the caseworker's placements. */
export const placementListInput = z.object({
  q: words,
  area: words,
  show: z.enum(PLACEMENT_VIEWS).default('current'),
  page,
});
export type PlacementListInput = z.infer<typeof placementListInput>;

/** The filters of the register of contracts. */
export const contractRegisterInput = z.object({
  q: words,
  area: words,
  state: z.enum([...CONTRACT_STATES, '']).default(''),
  page,
});
export type ContractRegisterInput = z.infer<typeof contractRegisterInput>;

/** A day in the address; an empty field is none. */
const day = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text === '') return null;
    const date = parsePlainDate(text);
    if (date === null) context.addIssue({ code: 'custom', message: 'Skriv datumet som 2026-05-12.' });
    return date;
  });

/** What is searched for in the log. `before` is the entry that the page begins after: newest first. */
export const auditSearchInput = z.object({
  person: words,
  reference: z
    .string()
    .trim()
    .regex(/^(\d{9})?$/, 'Referensen har nio siffror.')
    .default(''),
  /** Whom a search by identity number has found; the number itself stands in no address. */
  participant: z.union([z.uuid(), z.literal('')]).default(''),
  organisation: words,
  reason: z.enum([...AUDIT_REASONS, '']).default(''),
  action: words,
  outcome: z.enum([...AUDIT_OUTCOMES, '']).default(''),
  from: day,
  to: day,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type AuditSearchInput = z.infer<typeof auditSearchInput>;

/** Whose entries are looked for, by identity number, and why. */
export const loggedPersonInput = z.object({
  identityNumber: z
    .string()
    .transform((number) => number.replaceAll(/[\s+-]/g, ''))
    .pipe(z.string().regex(/^\d{12}$/)),
  reason: z.enum(AUDIT_REASONS),
});
export type LoggedPersonInput = z.infer<typeof loggedPersonInput>;
