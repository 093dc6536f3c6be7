import { useTranslations } from 'next-intl';
import { AccountCrumbs } from '#components/administration/account-crumbs.tsx';
import { PeriodFields } from '#components/administration/role-fields.tsx';
import { RowsField } from '#components/administration/rows-field.tsx';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface InviteManyFormProps {
  formKey: string;
  attempt: KeptForm | null;
  offices: readonly KnownOffice[];
  today: PlainDate;
}

/** Several people, one a row. */
export function InviteManyForm({ formKey, attempt, offices, today }: InviteManyFormProps) {
  const t = useTranslations('administration.many');
  const tInvite = useTranslations('administration.invite');
  const [first] = offices;
  return (
    <>
      <AccountCrumbs here={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <Card className="max-w-[920px]">
        <form
          method="post"
          action="/api/administration/invitations/many"
          className="grid grid-cols-[minmax(0,1fr)] gap-6"
        >
          <FormBasis formKey={formKey} back="/provider/administration/accounts/invite-many" />
          <ClientMessages features={['administration']}>
            <RowsField typed={attempt?.values['rows'] ?? ''} problems={attempt?.problem.errors ?? []} />
          </ClientMessages>
          <DisclosureMore summary={t('example')}>
            <pre className="overflow-x-auto rounded-md bg-sunken p-3 text-sm">
              {`Nora Ek; nora.ek@example.se; handledare; ${first?.name ?? 'alla'}\nBo Dahl; bo.dahl@example.se; rapportör, mottagare; alla`}
            </pre>
            <p className="mt-3">{t('roles')}</p>
            <p className="mt-1">
              {t('offices')} {offices.map(({ name }) => name).join(', ')}
            </p>
          </DisclosureMore>
          <PeriodFields attempt={attempt} today={today} />
          <p className="max-w-measure text-ink-2">{tInvite('stepUp')}</p>
          <div className="flex flex-wrap gap-3">
            <Button look="go" big>
              {t('submit')}
            </Button>
            <LinkAction look="quiet" big href="/provider/administration/accounts">
              {tInvite('back')}
            </LinkAction>
          </div>
        </form>
      </Card>
    </>
  );
}
