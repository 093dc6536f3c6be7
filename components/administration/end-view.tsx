import { useTranslations } from 'next-intl';
import { AccountCrumbs } from '#components/administration/account-crumbs.tsx';
import { RoleText } from '#components/administration/role-lines.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { Account, EndConsequences } from '#lib/domain/administration/account.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface EndViewProps {
  /** With the roles that are to be ended alone. */
  accounts: readonly Account[];
  consequences: EndConsequences;
  isSelf: boolean;
  back: string;
  formKey: string;
  attempt: KeptForm | null;
}

/** What follows when roles are ended, before they are. */
export function EndView({ accounts, consequences, isSelf, back, formKey, attempt }: EndViewProps) {
  const t = useTranslations('administration.end');
  const roles = accounts.flatMap(({ roles: held }) => held);
  const [only] = accounts;
  const cancel =
    accounts.length === 1 && only !== undefined
      ? `/provider/administration/accounts/${only.personId}`
      : '/provider/administration/accounts';
  return (
    <>
      <AccountCrumbs here={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      {roles.length === 0 ? (
        <EmptyState action={<LinkAction href={cancel}>{t('cancel')}</LinkAction>}>{t('none')}</EmptyState>
      ) : (
        <Card className="max-w-[760px]" title={t('roles')}>
          <form method="post" action="/api/administration/roles/end" className="grid gap-6">
            <FormBasis formKey={formKey} back={back} />
            <ul className="grid gap-4">
              {accounts.map(({ personId, name, roles: ended }) => (
                <li key={personId}>
                  <p className="font-bold">{name}</p>
                  <ul className="mt-1 grid gap-1">
                    {ended.map((role) => {
                      const field = `memberships.${roles.indexOf(role)}`;
                      return (
                        <li key={role.membershipId}>
                          <RoleText role={role} />
                          <input type="hidden" name={`${field}.membershipId`} value={role.membershipId} />
                          <input type="hidden" name={`${field}.version`} value={role.version} />
                        </li>
                      );
                    })}
                  </ul>
                </li>
              ))}
            </ul>
            <Consequences consequences={consequences} isSelf={isSelf} />
            <Checkbox name="sure" label={t('sure')} problems={attempt?.problem.errors} />
            <div className="flex flex-wrap gap-3">
              <Button look="go" big>
                {t('submit')}
              </Button>
              <LinkAction look="quiet" big href={cancel}>
                {t('cancel')}
              </LinkAction>
            </div>
          </form>
        </Card>
      )}
    </>
  );
}

function Consequences({ consequences, isSelf }: Pick<EndViewProps, 'consequences' | 'isSelf'>) {
  const t = useTranslations('administration.end');
  const { participants, standingSignatures } = consequences;
  return (
    <>
      {participants > 0 && (
        <Notice
          tone="warn"
          title={t('participants', { count: participants })}
          action={<LinkAction href="/provider/intake">{t('handOver')}</LinkAction>}
        >
          {t('participantsText')}
        </Notice>
      )}
      {standingSignatures > 0 && <Notice tone="warn">{t('standing', { count: standingSignatures })}</Notice>}
      {isSelf && <Notice tone="warn">{t('self')}</Notice>}
    </>
  );
}
