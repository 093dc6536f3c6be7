import type { ACCOUNT_DONE } from '#lib/schemas/administration.ts';

const ADMINISTRATION_PAGE = '/provider/administration';
export const ACCOUNTS_PAGE = `${ADMINISTRATION_PAGE}/accounts`;
export const INVITE_PAGE = `${ACCOUNTS_PAGE}/invite`;
export const INVITE_MANY_PAGE = `${ACCOUNTS_PAGE}/invite-many`;
export const SIGNATORY_PAGE = `${ADMINISTRATION_PAGE}/signatory`;
export const PRESENTATIONS_PAGE = `${ADMINISTRATION_PAGE}/presentations`;
export const PRESENTATION_QUEUE = '/admin/presentations';
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

function providerAdministratorsPath(providerId: string): string {
  return `${ADMINISTRATORS_PAGE}/${providerId}`;
}

export function presentationPath(officeId: string): string {
  return `${PRESENTATIONS_PAGE}/${officeId}`;
}

/** The page that a link in an invitation leads to. */
export function invitationPath(token: string): string {
  return `/invitation/${token}`;
}

/** Where an invitation is shown: in the provider's own list, or on the authority's page of the provider. */
export function afterInvitation(
  done: Done,
  { providerId, byAuthority }: { readonly providerId: string; readonly byAuthority: boolean },
): string {
  return byAuthority
    ? `${providerAdministratorsPath(providerId)}?done=${done}`
    : accountsDone(done, 1, 'invited');
}

/** Back to whoever decided: a colleague, or the authority. */
export function afterDecision({ byAuthority }: { readonly byAuthority: boolean }): string {
  return `${byAuthority ? ADMINISTRATORS_PAGE : SIGNATORY_PAGE}?done=decided`;
}
