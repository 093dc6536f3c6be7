import type { Role } from '#lib/domain/actor/role.ts';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';

/** What a provider can take out of the portal: everything that is its own, one table of each. */
export const EXPORT_KINDS = [
  'participants',
  'plans',
  'log',
  'reports',
  'documents',
  'outcomes',
  'statementLines',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Roles that take data out of the portal: those who answer for it. */
export const EXPORT_ROLES = ['reporter', 'signatory', 'providerAdmin'] as const satisfies readonly Role[];

/** The kinds that a role may take out: what it sees on its pages. Kronor only for those who see money. */
export function exportKindsOf(role: Role): readonly ExportKind[] {
  if (!EXPORT_ROLES.some((one) => one === role)) return [];
  return EXPORT_KINDS.filter((kind) => kind !== 'statementLines' || seesMoney(role));
}

/** For how many hours a file waits to be fetched. */
export const EXPORT_HOURS = 24;

/**
 * How much earlier than it was asked for an export is sure to be whole: longer than any change takes from its instant to its
 * commit. The next holds what is new since then, so something may come twice and nothing is left out.
 */
export const EXPORT_MARGIN_SECONDS = 120;

export const EXPORT_STATES = ['waiting', 'running', 'ready', 'failed', 'fetched', 'gone'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export type ExportView = {
  readonly id: string;
  readonly format: ExportFormat;
  readonly kinds: readonly ExportKind[];
  readonly since: Date | null;
  readonly until: Date;
  readonly state: ExportState;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly counts: Readonly<Partial<Record<ExportKind, number>>>;
  readonly bytes: number;
  readonly requestedAt: Date;
  readonly fetchedAt: Date | null;
};
