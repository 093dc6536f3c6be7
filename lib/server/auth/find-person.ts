import type { AuthContext } from '#lib/server/auth/context.ts';
import { type IdentityClaims, identityNumberOf } from '#lib/server/auth/identity-claims.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';

export type FoundPerson =
  | { readonly outcome: 'found'; readonly personId: string }
  | { readonly outcome: 'unknown' | 'refused' };

/**
 * Who logged in. The first time, the issuer's subject is linked to the person whose identity number the e-ID shows;
 * `unknown`: nobody has that number here; `refused`: the person has another subject, or the subject another person.
 */
export async function findPerson(context: AuthContext, claims: IdentityClaims): Promise<FoundPerson> {
  const { issuer, portalSecret } = context.settings;
  const number = identityNumberOf(claims);
  const hash = number === null ? null : identityHash(number, portalSecret);
  const rows = await context.database.$queryRaw<
    { outcome: FoundPerson['outcome']; person_id: string | null }[]
  >`
    SELECT * FROM auth.find_person(${issuer}, ${claims.sub}, ${hash}::bytea)`;
  const row = rows[0];
  if (row === undefined) throw new Error('The database gave no answer about the person');
  if (row.outcome !== 'found') return { outcome: row.outcome };
  if (row.person_id === null) throw new Error('The database found a person and did not say whom');
  return { outcome: 'found', personId: row.person_id };
}
