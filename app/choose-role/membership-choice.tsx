import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Membership } from '#lib/server/auth/membership.ts';

interface MembershipChoiceProps {
  memberships: readonly Membership[];
  returnTo: string;
}

/** One press chooses and goes on; no script needed. */
export function MembershipChoice({ memberships, returnTo }: MembershipChoiceProps) {
  const t = useTranslations('auth');
  const locale = useLocale();
  return (
    <form method="post" action="/api/session/membership">
      <input type="hidden" name="returnTo" value={returnTo} />
      <ul className="grid max-w-measure gap-4">
        {memberships.map(({ id, organisation, role, providerName, picked }) => (
          <li key={id}>
            <Sheet className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5">
              <div id={`at-${id}`}>
                <p className="font-bold">
                  {organisation === 'provider' ? providerName : t(`organisation.${organisation}`)}
                </p>
                {picked && <Status tone="ok">{t('choose.current')}</Status>}
              </div>
              <Button
                look={picked ? 'line' : 'go'}
                name="membershipId"
                value={id}
                aria-describedby={`at-${id}`}
              >
                {t('choose.submit', { role: t(`role.${role}`).toLocaleLowerCase(locale) })}
              </Button>
            </Sheet>
          </li>
        ))}
      </ul>
    </form>
  );
}
