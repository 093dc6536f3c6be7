import { useTranslations } from 'next-intl';
import { DoneNotice, type Done } from '#components/administration/done-notice.tsx';
import { InvitationTable } from '#components/administration/invitation-table.tsx';
import { PersonFields } from '#components/administration/person-fields.tsx';
import { RoleLines } from '#components/administration/role-lines.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card, Sheet } from '#components/ui/sheet.tsx';
import type { Account, InvitationView } from '#lib/domain/administration/account.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface ProviderAdministratorsViewProps {
  provider: {
    readonly providerId: string;
    readonly name: string;
    readonly orgNo: string;
    readonly administrators: readonly Account[];
    readonly invitations: readonly InvitationView[];
  };
  done: Done | null;
  formKey: string;
  attempt: KeptForm | null;
  newKey: () => string;
}

/** Who looks after one provider's accounts; the authority invites the first. */
export function ProviderAdministratorsView(props: ProviderAdministratorsViewProps) {
  const { provider, done, formKey, attempt, newKey } = props;
  const t = useTranslations('administration');
  const page = `/admin/providers/${provider.providerId}`;
  return (
    <>
      <Breadcrumbs
        above={[{ href: '/admin/providers', words: t('administrators.title') }]}
        here={provider.name}
      />
      <DoneNotice done={done} />
      <PageHeading title={provider.name} lead={formatOrgNo(provider.orgNo)} />
      <PageSection title={t('administrators.people')}>
        {provider.administrators.length === 0 ? (
          <p className="text-ink-2">{t('administrators.noPeople')}</p>
        ) : (
          <ul className="grid gap-4">
            {provider.administrators.map(({ personId, name, email, roles, lastLoginAt }) => (
              <li key={personId}>
                <p className="font-bold">{name}</p>
                <p className="wrap-anywhere text-ink-2">{email ?? t('accounts.noEmail')}</p>
                <p className="text-ink-2">
                  {t('person.lastLogin')}:{' '}
                  {lastLoginAt === null ? t('accounts.never') : <InstantText instant={lastLoginAt} />}
                </p>
                <RoleLines roles={roles} />
              </li>
            ))}
          </ul>
        )}
      </PageSection>
      {provider.invitations.length > 0 && (
        <PageSection title={t('administrators.invitations')}>
          <Sheet className="px-6 py-4 max-md:px-4">
            <InvitationTable invitations={provider.invitations} back={page} newKey={newKey} />
          </Sheet>
        </PageSection>
      )}
      <PageSection title={t('administrators.invite')}>
        <Card className="max-w-[760px]">
          <form method="post" action="/api/administration/administrators" className="grid gap-6">
            <FormBasis formKey={formKey} back={page} />
            <input type="hidden" name="providerId" value={provider.providerId} />
            <p className="max-w-measure text-ink-2">{t('administrators.inviteText')}</p>
            <PersonFields attempt={attempt} />
            <div>
              <Button look="go" big>
                {t('administrators.submit')}
              </Button>
            </div>
          </form>
        </Card>
      </PageSection>
    </>
  );
}
