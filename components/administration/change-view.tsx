import { useTranslations } from 'next-intl';
import { AccountCrumbs } from '#components/administration/account-crumbs.tsx';
import type { RolesFormProps } from '#components/administration/give-view.tsx';
import { PeriodFields, ScopeFields } from '#components/administration/role-fields.tsx';
import { RoleText } from '#components/administration/role-lines.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { addDays } from '#lib/shared/plain-date.ts';

/** Other offices and another last day, for one role or for those of several that are ticked. `accounts` hold these alone. */
export function ChangeView({ accounts, offices, reach, today, back, formKey, attempt }: RolesFormProps) {
  const t = useTranslations('administration');
  const held = accounts.flatMap(({ name, roles }) => roles.map((role) => ({ name, role })));
  const [only] = held.length === 1 ? held : [];
  return (
    <>
      <AccountCrumbs here={t('person.change')} />
      <PageHeading
        title={t('person.change')}
        lead={[...new Set(accounts.map(({ name }) => name))].join(', ')}
      />
      <Card className="max-w-[760px]">
        <form method="post" action="/api/administration/roles/change" className="grid gap-6">
          <FormBasis formKey={formKey} back={back} />
          {only === undefined ? (
            <fieldset>
              <legend className="mb-1 font-medium">{t('chosen.whichRoles')}</legend>
              {held.map(({ name, role }, index) => (
                <div key={role.membershipId}>
                  <input type="hidden" name={`memberships.${index}.version`} value={role.version} />
                  <label className="choice">
                    <input
                      type="checkbox"
                      name={`memberships.${index}.membershipId`}
                      value={role.membershipId}
                      defaultChecked
                    />
                    <span>
                      <b className="block font-medium">{name}</b>
                      <RoleText role={role} />
                    </span>
                  </label>
                </div>
              ))}
            </fieldset>
          ) : (
            <div className="font-medium">
              <RoleText role={only.role} />
              <input type="hidden" name="memberships.0.membershipId" value={only.role.membershipId} />
              <input type="hidden" name="memberships.0.version" value={only.role.version} />
            </div>
          )}
          <ScopeFields
            attempt={attempt}
            offices={offices}
            reach={reach}
            now={only === undefined || only.role.allOffices ? 'all' : only.role.offices.map(({ id }) => id)}
          />
          <PeriodFields
            attempt={attempt}
            today={today}
            through={only === undefined || only.role.to === null ? null : addDays(only.role.to, -1)}
            onlyLast
          />
          <div className="flex flex-wrap gap-3">
            <Button look="go" big>
              {t('person.changeSubmit')}
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
