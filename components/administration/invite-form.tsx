import { useTranslations } from 'next-intl';
import { AccountCrumbs } from '#components/administration/account-crumbs.tsx';
import { PersonFields } from '#components/administration/person-fields.tsx';
import { PeriodFields, RoleFields, ScopeFields } from '#components/administration/role-fields.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface InviteFormProps {
  formKey: string;
  attempt: KeptForm | null;
  offices: readonly KnownOffice[];
  reach: OfficeScope;
  today: PlainDate;
}

/** One person: name, address, roles, offices, days. */
export function InviteForm({ formKey, attempt, offices, reach, today }: InviteFormProps) {
  const t = useTranslations('administration.invite');
  return (
    <>
      <AccountCrumbs here={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <Card className="max-w-[760px]">
        <form method="post" action="/api/administration/invitations" className="grid gap-6">
          <FormBasis formKey={formKey} back="/provider/administration/accounts/invite" />
          <PersonFields attempt={attempt} />
          <RoleFields attempt={attempt} />
          <ScopeFields attempt={attempt} offices={offices} reach={reach} />
          <PeriodFields attempt={attempt} today={today} />
          <p className="max-w-measure text-ink-2">{t('stepUp')}</p>
          <div className="flex flex-wrap gap-3">
            <Button look="go" big>
              {t('submit')}
            </Button>
            <LinkAction look="quiet" big href="/provider/administration/accounts">
              {t('back')}
            </LinkAction>
          </div>
        </form>
      </Card>
    </>
  );
}
