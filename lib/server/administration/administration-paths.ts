import type { ACCOUNT_DONE } from '#lib/schemas/administration.ts';

export const ADMINISTRATION_PAGE = '/provider/administration';
export const ACCOUNTS_PAGE = `${ADMINISTRATION_PAGE}/accounts`;
export const INVITE_PAGE = `${ACCOUNTS_PAGE}/invite`;
export const INVITE_MANY_PAGE = `${ACCOUNTS_PAGE}/invite-many`;
export const ADMINISTRATORS_PAGE = '/admin/providers';

type Done = (typeof ACCOUNT_DONE)[number];

/** The list of accounts, saying what was just done to how many. */
export function accountsDone(
  done: Done,
  count: number,
  show: 'current' | 'invited' | 'ended' = 'current',
): string {
  return `${ACCOUNTS_PAGE}?show=${show}&done=${done}&count=${count}`;
}

/** The page of the one person it was about; of several, the list. */
export function afterRoles(done: Done, personIds: readonly string[]): string {
  const [only] = personIds;
  return personIds.length === 1 && only !== undefined
    ? `${ACCOUNTS_PAGE}/${only}?done=${done}`
    : accountsDone(done, personIds.length);
}

export function providerAdministratorsPath(providerId: string): string {
  return `${ADMINISTRATORS_PAGE}/${providerId}`;
}

/** The page that a link in an invitation leads to. */
export function invitationPath(token: string): string {
  return `/invitation/${token}`;
}
