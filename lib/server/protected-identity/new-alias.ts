import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for each other. */
const ALIAS_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A name that tells nothing: drawn, so that it cannot be traced to the person. */
export function newAlias(): { readonly givenName: string; readonly familyName: string } {
  const code = Array.from({ length: 6 }, () => ALIAS_SIGNS[randomInt(ALIAS_SIGNS.length)] ?? '').join('');
  return { givenName: 'Deltagare', familyName: `${code.slice(0, 3)}-${code.slice(3)}` };
}
