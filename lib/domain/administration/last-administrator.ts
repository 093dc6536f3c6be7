import { conflict, type Problem } from '#lib/shared/problem.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A role as administrator of the whole provider, half-open; `to` null goes on. */
export type FullAdministrator = {
  readonly membershipId: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/**
 * A provider keeps somebody who administers all of it: where `ended` lose their role from `day`, somebody else must have it
 * on that day. Null where somebody has.
 */
export function lastAdministratorProblem(
  administrators: readonly FullAdministrator[],
  ended: ReadonlySet<string>,
  day: PlainDate,
): Problem | null {
  if (!administrators.some(({ membershipId }) => ended.has(membershipId))) return null;
  const isKept = administrators.some(
    ({ membershipId, from, to }) => !ended.has(membershipId) && from <= day && (to === null || to > day),
  );
  return isKept
    ? null
    : conflict([], {
        code: 'lastAdministrator',
        title: {
          sv: 'Ni måste alltid ha minst en behörighetsadministratör för alla verksamheter. Ge någon annan rollen först.',
          en: 'You always need at least one administrator of all offices. Give the role to somebody else first.',
        },
      });
}
