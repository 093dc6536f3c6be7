import type { Role } from '#lib/domain/actor/role.ts';

/** Whether the role plans, logs and fills in months at its provider (service description section 2). Attesting is the signatory's alone. */
export function reportsMonths(role: Role): role is 'coach' | 'reporter' | 'signatory' {
  return role === 'coach' || role === 'reporter' || role === 'signatory';
}
