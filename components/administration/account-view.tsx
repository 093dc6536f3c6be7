import { useLocale, useTranslations } from 'next-intl';
import { AccountCrumbs } from '#components/administration/account-crumbs.tsx';
import { DoneNotice, type Done } from '#components/administration/done-notice.tsx';
import { RoleText } from '#components/administration/role-lines.tsx';
import { changeHref, endHref, giveHref } from '#components/administration/role-hrefs.ts';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Account, AccountRole } from '#lib/domain/administration/account.ts';
import { formatDate } from '#lib/shared/format-date.ts';

export interface AccountViewProps {
  account: Account;
  isSelf: boolean;
  done: Done | null;
  newKey: () => string;
}

/** One person: who it is, the roles there are, and what can be done with them. */
export function AccountView({ account, isSelf, done, newKey }: AccountViewProps) {
  const t = useTranslations('administration');
  const held = account.roles.filter(({ standing }) => standing !== 'ended');
  const earlier = account.roles.filter(({ standing }) => standing === 'ended');
  const reached = held.filter(({ isReached }) => isReached);
  return (
    <>
      <AccountCrumbs here={account.name} />
      <DoneNotice done={done} />
      <PageHeading title={account.name} lead={account.email ?? t('accounts.noEmail')}>
        <p className="mt-1 text-ink-2">
          {t('person.lastLogin')}:{' '}
          {account.lastLoginAt === null ? t('accounts.never') : <InstantText instant={account.lastLoginAt} />}
        </p>
      </PageHeading>
      {isSelf && <Notice className="mb-6">{t('person.self')}</Notice>}
      <PageSection title={t('person.roles')}>
        {held.length === 0 && <p className="text-ink-2">{t('person.noRoles')}</p>}
        <div className="grid max-w-[760px] gap-4">
          {held.map((role) => (
            <HeldRole key={role.membershipId} role={role} />
          ))}
        </div>
        <div className="mt-6 flex flex-wrap gap-3">
          <LinkAction look="go" icon="plus" href={giveHref([account.personId])}>
            {t('person.give')}
          </LinkAction>
          {reached.length > 1 && (
            <LinkAction href={endHref(reached.map(({ membershipId }) => membershipId))}>
              {t('person.endAll')}
            </LinkAction>
          )}
        </div>
      </PageSection>
      {earlier.length > 0 && (
        <PageSection title={t('person.earlier')}>
          <ul className="grid gap-4">
            {earlier.map((role) => (
              <EarlierRole
                key={role.membershipId}
                role={role}
                back={`/provider/administration/accounts/${account.personId}`}
                formKey={newKey()}
              />
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

function HeldRole({ role }: { role: AccountRole }) {
  const t = useTranslations('administration.person');
  const tRole = useTranslations('auth.role');
  const locale = useLocale();
  const name = tRole(role.role);
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="font-medium">
          <RoleText role={role} />
          {role.standing === 'coming' && (
            <Status tone="wait">{t('coming', { date: formatDate(role.from, locale) })}</Status>
          )}
        </div>
        {role.isReached && (
          <div className="flex flex-wrap gap-2">
            <LinkAction
              look="plain"
              href={changeHref([role.membershipId])}
              aria-label={t('changeRole', { role: name })}
            >
              {t('changeShort')}
            </LinkAction>
            <LinkAction
              look="plain"
              href={endHref([role.membershipId])}
              aria-label={t('endRole', { role: name })}
            >
              {t('end')}
            </LinkAction>
          </div>
        )}
      </div>
      {!role.isReached && <p className="mt-3 text-ink-2">{t('notReached')}</p>}
    </Card>
  );
}

interface EarlierRoleProps {
  role: AccountRole;
  back: string;
  formKey: string;
}

function EarlierRole({ role, back, formKey }: EarlierRoleProps) {
  const t = useTranslations('administration');
  const tRole = useTranslations('auth.role');
  const locale = useLocale();
  const date = role.to === null ? '' : formatDate(role.to, locale);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line pb-3">
      <div>
        <RoleText role={role} />
        <small className="block text-ink-2">
          {role.endedBy === null
            ? t('roleLine.ended', { date })
            : t('roleLine.endedBy', { date, name: role.endedBy })}
        </small>
      </div>
      {role.mayRestore && (
        <form method="post" action="/api/administration/roles/restore" className="grid gap-1">
          <FormBasis formKey={formKey} back={back} />
          <input type="hidden" name="memberships.0.membershipId" value={role.membershipId} />
          <input type="hidden" name="memberships.0.version" value={role.version} />
          <Button aria-label={t('person.restoreRole', { role: tRole(role.role) })}>
            {t('person.restore')}
          </Button>
          <small className="text-ink-2">{t('person.restoreText')}</small>
        </form>
      )}
    </li>
  );
}
