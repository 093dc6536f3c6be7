import type { ProtectedIdentity } from '#lib/server/crypto/protected-identity.ts';
import { newId } from '#lib/server/ids.ts';
import type { HeldPerson } from '#lib/server/import/placements/held-people.ts';
import type { PersonRow } from '#lib/server/import/placements/placement-row.ts';
import { newAlias } from '#lib/server/protected-identity/new-alias.ts';

/** How a person stands in the portal after the file. */
export type PersonChange = {
  readonly personId: string;
  readonly participantId: string;
  readonly isNewPerson: boolean;
  readonly isNewParticipant: boolean;
  /** What the file changes of somebody known, by the names of the fields; values have no place in the log. */
  readonly changedFields: readonly string[];
  readonly after: {
    readonly protected: boolean;
    readonly givenName: string;
    readonly familyName: string;
    readonly identityNumber: string | null;
    readonly sex: 'F' | 'M';
    readonly bornInSweden: boolean;
    readonly disabilityCode: boolean;
    readonly municipality: string | null;
    readonly home: { readonly lat: number; readonly lon: number } | null;
    readonly language: string;
    readonly needsLanguageSupport: boolean;
  };
  /** What is sealed, for a person with protected identity. */
  readonly toSeal: ProtectedIdentity | null;
};

/**
 * The person as the file tells it. Somebody with protected identity stands under an alias, without number, municipality
 * and home; those are sealed (trust model section 3).
 */
export function planPersonChange(
  held: HeldPerson | undefined,
  told: PersonRow,
  isProtected: boolean,
): PersonChange {
  const { identityNumber, givenName, familyName, municipality, home, ...rest } = told;
  const open = { identityNumber, givenName, familyName, municipality, home };
  const alias = held?.protected === true ? held : newAlias();
  const hidden = {
    identityNumber: null,
    givenName: alias.givenName,
    familyName: alias.familyName,
    municipality: null,
    home: null,
  };
  const after = { ...rest, protected: isProtected, ...(isProtected ? hidden : open) };
  const toSeal = isProtected ? open : null;
  return {
    personId: held?.personId ?? newId(),
    participantId: held?.participantId ?? newId(),
    isNewPerson: held === undefined,
    isNewParticipant: held === undefined || held.participantId === null,
    changedFields: held === undefined ? [] : changedFields(held, after, toSeal),
    after,
    toSeal,
  };
}

function changedFields(
  held: HeldPerson,
  after: PersonChange['after'],
  toSeal: ProtectedIdentity | null,
): readonly string[] {
  const compared = [
    'protected',
    'givenName',
    'familyName',
    'sex',
    'bornInSweden',
    'disabilityCode',
    'municipality',
    'language',
    'needsLanguageSupport',
  ] as const;
  const changed: string[] = compared.filter((field) => held[field] !== after[field]);
  if (!samePlace(held.home, after.home)) changed.push('home');
  if (toSeal !== null && !sameIdentity(held.sealed, toSeal)) changed.push('sealedIdentity');
  return changed;
}

function sameIdentity(a: ProtectedIdentity | null, b: ProtectedIdentity): boolean {
  const fields = ['identityNumber', 'givenName', 'familyName', 'municipality'] as const;
  return a !== null && fields.every((field) => a[field] === b[field]) && samePlace(a.home, b.home);
}

function samePlace(a: PersonRow['home'], b: PersonRow['home']): boolean {
  return a?.lat === b?.lat && a?.lon === b?.lon;
}
