import { useLocale, useTranslations } from 'next-intl';
import { AccountState } from '#components/payment/account-state.tsx';
import { AccountText } from '#components/payment/account-text.tsx';
import type { AccountRequest } from '#components/payment/bank-accounts-view.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

interface BankAccountRequestViewProps {
  request: AccountRequest;
  formKey: string;
  attempt: KeptForm | null;
}

/** One account that a provider asked for beside the one it has, and the decision. */
export function BankAccountRequestView({ request, formKey, attempt }: BankAccountRequestViewProps) {
  const t = useTranslations('payment.accounts');
  const locale = useLocale();
  const { asked, inForce } = request;
  const { provider } = asked;
  return (
    <>
      <Breadcrumbs above={[{ href: '/payments/bank-accounts', words: t('title') }]} here={provider.name} />
      <PageHeading
        title={provider.name}
        lead={`${formatOrgNo(provider.orgNo)}. ${t('requestedBy', {
          name: asked.requestedBy,
          date: formatDate(plainDateFromDate(asked.requestedAt), locale),
        })}.`}
      />
      <div className="grid max-w-[760px] gap-4 sm:grid-cols-2">
        <Card title={t('now')}>
          {inForce === null ? <p>{t('none')}</p> : <AccountText account={inForce} />}
        </Card>
        <Card title={t('asked')}>
          <AccountText account={asked} />
        </Card>
      </div>
      {asked.status !== 'requested' && (
        <p className="mt-6">
          <AccountState account={asked} />
        </p>
      )}
      {asked.status === 'requested' &&
        (asked.isOwn ? (
          <Notice tone="wait" className="mt-6 max-w-[760px]">
            {t('own')}
          </Notice>
        ) : (
          <DecideForm request={request} formKey={formKey} attempt={attempt} />
        ))}
    </>
  );
}

function DecideForm({ request, formKey, attempt }: BankAccountRequestViewProps) {
  const t = useTranslations('payment.accounts');
  const { id, version } = request.asked;
  const problems = attempt?.problem.errors;
  return (
    <Card className="no-print mt-6 max-w-[760px]">
      <form method="post" action={`/api/bank-accounts/${id}/decide`} className="grid gap-6">
        <FormBasis formKey={formKey} back={`/payments/bank-accounts/${id}`} />
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="decision"
          legend={t('legend')}
          chosen={attempt?.values['decision']}
          problems={problems}
          options={[
            { value: 'confirm', label: t('confirm'), hint: t('confirmHint') },
            { value: 'refuse', label: t('refuse'), hint: t('refuseHint') },
          ]}
        />
        <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={problems}>
          {(control) => <TextArea {...control} defaultValue={attempt?.values['reason']} maxLength={1000} />}
        </Field>
        <Button look="go" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </Card>
  );
}
