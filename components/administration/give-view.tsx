import { useTranslations } from 'next-intl';
import { AccountCrumbs } from '#components/administration/account-crumbs.tsx';
import { PeriodFields, RoleFields, ScopeFields } from '#components/administration/role-fields.tsx';
import { RoleLines } from '#components/administration/role-lines.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { Account } from '#lib/domain/administration/account.ts';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export interface RolesFormProps {
  accounts: readonly Account[];
  offices: readonly KnownOffice[];
  reach: OfficeScope;
  today: PlainDate;
  back: string;
  formKey: string;
  attempt: KeptForm | null;
}

/** Another role for one person, or for several. */
export function GiveView({ accounts, offices, reach, today, back, formKey, attempt }: RolesFormProps) {
  const t = useTranslations('administration');
  const [only] = accounts.length === 1 ? accounts : [];
  return (
    <>
      <AccountCrumbs here={t('person.give')} />
      <PageHeading title={t('person.give')} lead={accounts.map(({ name }) => name).join(', ')}>
        {only !== undefined && (
          <div className="mt-3">
            <RoleLines roles={only.roles.filter(({ standing }) => standing !== 'ended')} />
          </div>
        )}
      </PageHeading>
      <Card className="max-w-[760px]">
        <form method="post" action="/api/administration/roles" className="grid gap-6">
          <FormBasis formKey={formKey} back={back} />
          {accounts.map(({ personId }, index) => (
            <input key={personId} type="hidden" name={`personIds.${index}`} value={personId} />
          ))}
          <RoleFields attempt={attempt} />
          <ScopeFields attempt={attempt} offices={offices} reach={reach} />
          <PeriodFields attempt={attempt} today={today} />
          <p className="max-w-measure text-ink-2">{t('invite.stepUp')}</p>
          <div className="flex flex-wrap gap-3">
            <Button look="go" big>
              {t('person.giveSubmit')}
            </Button>
            <LinkAction look="quiet" big href="/provider/administration/accounts">
              {t('invite.back')}
            </LinkAction>
          </div>
        </form>
      </Card>
    </>
  );
}
