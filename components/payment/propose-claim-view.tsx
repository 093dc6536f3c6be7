import { useTranslations } from 'next-intl';
import { CandidateText } from '#components/payment/claims-view.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { ClaimCandidate } from '#lib/domain/payment/claim.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface ProposeClaimViewProps {
  candidate: ClaimCandidate;
  formKey: string;
  attempt: KeptForm | null;
}

/** One balance, why it can be claimed, and the proposal with its reason. */
export function ProposeClaimView({ candidate, formKey, attempt }: ProposeClaimViewProps) {
  const t = useTranslations('payment.claims');
  const { statementId, statementVersion, provider, owedOre } = candidate;
  const back = `/payments/claims/propose?statement=${statementId}`;
  return (
    <>
      <Breadcrumbs above={[{ href: '/payments/claims', words: t('title') }]} here={provider.name} />
      <PageHeading
        title={t('propose')}
        lead={
          <>
            {provider.name}: <Amount value={owedOre} exact /> <Example />
          </>
        }
      />
      <Card className="max-w-measure">
        <CandidateText candidate={candidate} />
        <form method="post" action="/api/claims" className="mt-6 grid gap-4">
          <FormBasis formKey={formKey} back={back} />
          <input type="hidden" name="statementId" value={statementId} />
          <input type="hidden" name="version" value={statementVersion} />
          <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={attempt?.problem.errors}>
            {(control) => <TextArea {...control} defaultValue={attempt?.values['reason']} maxLength={1000} />}
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button look="go">{t('propose')}</Button>
            <LinkAction look="quiet" href="/payments/claims">
              {t('back')}
            </LinkAction>
          </div>
        </form>
      </Card>
    </>
  );
}
