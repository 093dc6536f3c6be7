import type { NotificationEvent, Telling } from '#lib/domain/notification/notification.ts';

/** What a provider's signatories are told of a statement. */
export function statementTelling(
  event: NotificationEvent,
  { id, providerId }: { readonly id: string; readonly providerId: string },
  now: Date,
): Telling {
  return {
    event,
    to: { kind: 'providerRoles', roles: ['signatory'] },
    about: {
      placementId: null,
      providerId,
      subject: { type: 'statement', id },
      path: `/provider/statements/${id}`,
    },
    now,
  };
}
