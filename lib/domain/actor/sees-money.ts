import type { Role } from '#lib/domain/actor/role.ts';

/** Whether the role sees what reports and participants pay at its provider (service description section 2). */
export function seesMoney(role: Role): boolean {
  switch (role) {
    case 'reporter':
    case 'signatory':
    case 'providerAdmin':
      return true;
    case 'coach':
    case 'intake':
    case 'reviewer':
    case 'caseworker':
    case 'payer':
    case 'agreementAdmin':
    case 'auditor':
    case 'participant':
      return false;
  }
}
