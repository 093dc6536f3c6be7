import type { StatementReader } from '#components/statement/statement-reader.ts';
import type { Role } from '#lib/domain/actor/role.ts';
import { reportsMonths } from '#lib/domain/actor/reports-months.ts';

/** Where statements are read, and by whom: the provider's pages and the payer's are the same ones. */
export type StatementPlace = {
  readonly roles: readonly ['payer'] | readonly ['signatory', 'reporter', 'providerAdmin'];
  /** The pages' own root; a statement's id follows. */
  readonly root: string;
  /** The list above, and its name: a key of `statement`. */
  readonly list: { readonly href: string; readonly words: 'list.title' | 'run.crumb' };
  readonly isProvider: boolean;
};

export const PROVIDER_PLACE: StatementPlace = {
  roles: ['signatory', 'reporter', 'providerAdmin'],
  root: '/provider/statements',
  list: { href: '/provider/statements', words: 'list.title' },
  isProvider: true,
};

export const PAYER_PLACE: StatementPlace = {
  roles: ['payer'],
  root: '/payments/statements',
  list: { href: '/payments', words: 'run.crumb' },
  isProvider: false,
};

/** What differs for the reader. Outcomes have no page at the provider yet: the placement's shows where they stand. */
export function readerOf(place: StatementPlace, role: Role, statementId: string): StatementReader {
  const { root, isProvider } = place;
  return {
    base: `${root}/${statementId}`,
    isProvider,
    pages: {
      report: isProvider && reportsMonths(role) ? '/provider/months' : null,
      placement: isProvider ? '/provider/participants' : null,
      outcome: null,
    },
  };
}
