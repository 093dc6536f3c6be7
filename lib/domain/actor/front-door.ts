import type { Role } from '#lib/domain/actor/role.ts';

/** The five first pages of the portal; each role has one. */
export const FRONT_DOORS = ['provider', 'review', 'admin', 'payments', 'participant'] as const;
export type FrontDoor = (typeof FRONT_DOORS)[number];

/** The front door that a role comes in by. */
export function frontDoorOf(role: Role): FrontDoor {
  switch (role) {
    case 'coach':
    case 'intake':
    case 'reporter':
    case 'signatory':
    case 'providerAdmin':
      return 'provider';
    case 'reviewer':
      return 'review';
    case 'caseworker':
    case 'agreementAdmin':
    case 'auditor':
      return 'admin';
    case 'payer':
      return 'payments';
    case 'participant':
      return 'participant';
  }
}

/** Path of the role's first page, e.g. `/provider`. */
export function homePath(role: Role): string {
  return `/${frontDoorOf(role)}`;
}

/**
 * Where to go once the role is known: `returnTo` (a path of the portal), unless it lies behind another role's
 * front door or is empty; then the role's first page.
 */
export function landingPath(role: Role, returnTo: string | null): string {
  if (returnTo === null || returnTo === '/') return homePath(role);
  const door = FRONT_DOORS.find(
    (name) => returnTo === `/${name}` || /^[/?#]/.test(afterPrefix(returnTo, `/${name}`)),
  );
  return door === undefined || door === frontDoorOf(role) ? returnTo : homePath(role);
}

function afterPrefix(path: string, prefix: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : '';
}
