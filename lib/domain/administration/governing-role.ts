import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';

/**
 * Roles with which somebody binds the provider or decides who may: attesting "på heder och samvete" moves money, and whoever
 * administers could otherwise make themselves the one who attests.
 */
const GOVERNING_ROLES = ['signatory', 'providerAdmin'] as const satisfies readonly ProviderRole[];

export function isGoverning(role: ProviderRole): role is (typeof GOVERNING_ROLES)[number] {
  return GOVERNING_ROLES.some((governing) => governing === role);
}

/**
 * Four eyes on the provider's side: nobody gives, widens or prolongs a governing role for themselves. Null where it is
 * somebody else's, or another role – in a small firm one person holds them all (service description section 2).
 */
export function ownHandProblem(
  role: ProviderRole,
  { actorId, personId }: { readonly actorId: string; readonly personId: string },
): Problem | null {
  if (actorId !== personId || !isGoverning(role)) return null;
  return forbidden([
    role === 'signatory'
      ? {
          pointer: '',
          code: 'ownSignatory',
          message: 'Du kan inte ge dig själv rätt att intyga.',
          fix: 'Begär det i stället. En annan behörighetsadministratör prövar det, eller Arbetsförmedlingen om ni inte har någon annan.',
        }
      : {
          pointer: '',
          code: 'ownAdministrator',
          message: 'Du kan inte utöka din egen rätt att administrera konton.',
          fix: 'Be en annan behörighetsadministratör.',
        },
  ]);
}

/** Who decides when an administrator asks to be made signatory: another one, or the authority where there is none. */
export function whoDecides(otherAdministrators: number): 'administrator' | 'authority' {
  return otherAdministrators > 0 ? 'administrator' : 'authority';
}
