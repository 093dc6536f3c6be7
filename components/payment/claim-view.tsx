import { useLocale, useTranslations } from 'next-intl';
import { ClaimStatusText } from '#components/payment/claim-status.tsx';
import { DecideClaimForm } from '#components/payment/decide-claim-form.tsx';
import { SettleClaimForm } from '#components/payment/settle-claim-form.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ClaimRow } from '#lib/domain/payment/claim.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

interface ClaimViewProps {
  claim: ClaimRow;
  today: PlainDate;
  formKey: string;
  attempt: KeptForm | null;
}

/** One claim: what it is, who has done what, and what can be done now. */
export function ClaimView({ claim, today, formKey, attempt }: ClaimViewProps) {
  const t = useTranslations('payment.claims');
  return (
    <>
      <Breadcrumbs above={[{ href: '/payments/claims', words: t('title') }]} here={claim.provider.name} />
      <PageHeading
        title={t('one', { name: claim.provider.name })}
        lead={
          <>
            <Amount value={claim.amountOre} exact /> <Example />
          </>
        }
      />
      <Card className="max-w-[760px]">
        <ClaimFacts claim={claim} />
      </Card>
      {claim.status === 'proposed' &&
        (claim.isOwn ? (
          <Notice tone="wait" className="mt-6 max-w-[760px]">
            {t('own')}
          </Notice>
        ) : (
          <DecideClaimForm claim={claim} formKey={formKey} attempt={attempt} />
        ))}
      {claim.status === 'decided' && (
        <SettleClaimForm claim={claim} today={today} formKey={formKey} attempt={attempt} />
      )}
    </>
  );
}

function ClaimFacts({ claim }: { claim: ClaimRow }) {
  const t = useTranslations('payment.claims');
  const tState = useTranslations('payment.accounts');
  const locale = useLocale();
  const on = (instant: Date) => formatDate(plainDateFromDate(instant), locale);
  const steps = [t('proposedBy', { name: claim.proposedBy, date: on(claim.proposedAt) })];
  if (claim.decidedBy !== null && claim.decidedAt !== null) {
    const words = claim.status === 'declined' ? 'declinedBy' : 'decidedBy';
    steps.push(t(words, { name: claim.decidedBy, date: on(claim.decidedAt) }));
  }
  const facts: Fact[] = [
    { term: tState('state'), detail: <ClaimStatusText claim={claim} /> },
    {
      term: t('owes'),
      detail: (
        <TextLink href={`/payments/statements/${claim.statementId}`}>
          {t('from', { date: formatDate(claim.cutOff, locale) })}
        </TextLink>
      ),
    },
    { term: t('reasonTerm'), detail: claim.reason },
    {
      term: t('handling'),
      detail: (
        <ul>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      ),
    },
  ];
  if (claim.decisionReason !== null) facts.push({ term: t('decisionReason'), detail: claim.decisionReason });
  return <DescriptionList facts={facts} />;
}
