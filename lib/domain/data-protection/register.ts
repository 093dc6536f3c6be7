import { REGISTER_CASE } from '#lib/domain/data-protection/register-case.ts';
import { REGISTER_DOCUMENT } from '#lib/domain/data-protection/register-document.ts';
import { REGISTER_MONEY } from '#lib/domain/data-protection/register-money.ts';
import { REGISTER_OUTCOME } from '#lib/domain/data-protection/register-outcome.ts';
import { REGISTER_PEOPLE } from '#lib/domain/data-protection/register-people.ts';
import { REGISTER_REPORT } from '#lib/domain/data-protection/register-report.ts';
import { REGISTER_SERVICE } from '#lib/domain/data-protection/register-service.ts';
import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** What goes with a participant's case, and what with a person's account. A table that others lead to stands before them. */
export const REGISTER_PARTS = {
  account: REGISTER_PEOPLE,
  case: [...REGISTER_CASE, ...REGISTER_REPORT, ...REGISTER_DOCUMENT, ...REGISTER_OUTCOME, ...REGISTER_MONEY],
  service: REGISTER_SERVICE,
} as const satisfies Record<string, readonly RegisteredTable[]>;

export type RegisterPart = keyof typeof REGISTER_PARTS;

/** The register of personal data (trust model section 7): every table and column of the database. */
export const REGISTER: readonly RegisteredTable[] = [
  ...REGISTER_PARTS.account,
  ...REGISTER_PARTS.case,
  ...REGISTER_PARTS.service,
];
