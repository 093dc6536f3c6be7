import { useTranslations } from 'next-intl';
import { AccountCrumbs } from '#components/administration/account-crumbs.tsx';
import { changeHref, endHref, giveHref } from '#components/administration/role-hrefs.ts';
import { RoleLines } from '#components/administration/role-lines.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { Account } from '#lib/domain/administration/account.ts';

/** Several people, and what can be done to all of them at once. */
export function ChosenView({ accounts }: { accounts: readonly Account[] }) {
  const t = useTranslations('administration');
  const shown = accounts.map((account) => ({
    ...account,
    roles: account.roles.filter(({ standing }) => standing !== 'ended'),
  }));
  const reached = shown
    .flatMap(({ roles }) => roles)
    .filter(({ isReached }) => isReached)
    .map(({ membershipId }) => membershipId);
  const title = t('chosen.title', { count: accounts.length });
  return (
    <>
      <AccountCrumbs here={title} />
      <PageHeading title={title} />
      <Card title={t('chosen.who')} className="max-w-[760px]">
        <ul className="grid gap-4">
          {shown.map(({ personId, name, roles }) => (
            <li key={personId}>
              <p className="font-bold">{name}</p>
              <RoleLines roles={roles} />
            </li>
          ))}
        </ul>
      </Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkAction look="go" href={giveHref(shown.map(({ personId }) => personId))}>
          {t('chosen.give')}
        </LinkAction>
        {reached.length > 0 && (
          <>
            <LinkAction href={changeHref(reached)}>{t('chosen.change')}</LinkAction>
            <LinkAction href={endHref(reached)}>{t('chosen.end')}</LinkAction>
          </>
        )}
      </div>
      {reached.length > 0 && <p className="mt-3 max-w-measure text-ink-2">{t('chosen.endText')}</p>}
    </>
  );
}

/** Nobody was ticked. */
export function NoneChosen() {
  const t = useTranslations('administration');
  return (
    <EmptyState action={<LinkAction href="/provider/administration/accounts">{t('invite.back')}</LinkAction>}>
      {t('chosen.none')}
    </EmptyState>
  );
}
