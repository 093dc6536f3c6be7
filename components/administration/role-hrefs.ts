const PAGE = '/provider/administration/accounts';

function withIds(path: string, name: 'role' | 'person', ids: readonly string[]): string {
  return `${PAGE}/${path}?${new URLSearchParams(ids.map((id) => [name, id]))}`;
}

/** Where people are given roles. */
export function giveHref(personIds: readonly string[]): string {
  return withIds('give', 'person', personIds);
}

/** Where offices and last days of roles are changed. */
export function changeHref(membershipIds: readonly string[]): string {
  return withIds('change', 'role', membershipIds);
}

/** Where somebody sees what follows before roles are ended. */
export function endHref(membershipIds: readonly string[]): string {
  return withIds('end', 'role', membershipIds);
}
