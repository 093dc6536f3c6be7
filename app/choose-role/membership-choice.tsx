import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { isProviderRole } from '#lib/domain/actor/role.ts';
import type { Membership } from '#lib/server/auth/membership.ts';

interface MembershipChoiceProps {
  memberships: readonly Membership[];
  returnTo: string;
}

/** One card for each organisation, one press for each role in it, with what the role is for; no script needed. */
export function MembershipChoice({ memberships, returnTo }: MembershipChoiceProps) {
  const t = useTranslations('auth');
  const groups = Map.groupBy(memberships, ({ organisation, providerName }) =>
    organisation === 'provider' ? (providerName ?? '') : t(`organisation.${organisation}`),
  );
  return (
    <form method="post" action="/api/session/membership">
      <input type="hidden" name="returnTo" value={returnTo} />
      <div className="grid max-w-measure gap-4">
        {[...groups].map(([organisation, held]) => (
          <Card key={organisation} title={<span id={`at-${held[0]?.id ?? ''}`}>{organisation}</span>}>
            <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-[auto_minmax(0,1fr)]">
              {held.map((membership) => (
                <RoleChoice
                  key={membership.id}
                  membership={membership}
                  organisationId={`at-${held[0]?.id ?? ''}`}
                />
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </form>
  );
}

interface RoleChoiceProps {
  membership: Membership;
  organisationId: string;
}

function RoleChoice({ membership: { id, role, picked }, organisationId }: RoleChoiceProps) {
  const t = useTranslations('auth');
  const tHints = useTranslations('administration.roleHints');
  const locale = useLocale();
  return (
    <li className="grid items-center gap-y-1 sm:col-span-2 sm:grid-cols-subgrid">
      <Button
        look={picked ? 'line' : 'go'}
        name="membershipId"
        value={id}
        aria-describedby={`${organisationId} about-${id}`}
      >
        {t('choose.submit', { role: t(`role.${role}`).toLocaleLowerCase(locale) })}
      </Button>
      <div id={`about-${id}`} className="text-ink-2">
        {picked && <Status tone="ok">{t('choose.current')}</Status>}
        {isProviderRole(role) && <p>{tHints(role)}</p>}
      </div>
    </li>
  );
}
