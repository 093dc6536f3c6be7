import { ROLES } from '#lib/domain/actor/role.ts';
import type { DemoPerson } from '#prisma/seed/people/seed-person.ts';

/** Those with one role first, in the order of the roles, so that each role is quickly found; then those who hold several. */
export function inRoleOrder(persons: readonly DemoPerson[]): readonly DemoPerson[] {
  return persons.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ role }: DemoPerson): number {
  const at = ROLES.findIndex((known) => known === role);
  return at === -1 ? ROLES.length : at;
}
