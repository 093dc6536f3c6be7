import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { isGoverning } from '#lib/domain/administration/governing-role.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { mailProviders } from '#lib/server/payment/mail-provider.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** All who administer or attest are told when somebody else gets to, so that it does not happen unseen. Names nobody. */
export async function tellOfGoverningRole(
  tx: Tx,
  providerId: string,
  roles: readonly { readonly role: ProviderRole }[],
  on: PlainDate,
): Promise<void> {
  if (!roles.some(({ role }) => isGoverning(role))) return;
  await mailProviders(
    tx,
    { providerIds: [providerId], roles: ['providerAdmin', 'signatory'], on },
    {
      subject: 'Någon har fått rätt att intyga eller administrera hos er',
      text: 'Någon hos er har fått, eller är inbjuden till, rollen behörig att intyga eller behörighetsadministratör.\n\nKänner ni inte till det? Logga in och titta under Administration, och ring oss.',
    },
  );
}
