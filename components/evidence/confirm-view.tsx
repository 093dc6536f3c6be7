import { useLocale, useTranslations } from 'next-intl';
import { ConfirmForm } from '#components/evidence/confirm-form.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { answererInWords } from '#lib/domain/evidence/answerer.ts';
import type { AskedConfirmation } from '#lib/domain/evidence/confirmation.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly asked: AskedConfirmation;
  readonly secret: string;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly today: PlainDate;
};

/** What an employer or a school is asked: who asks, about whom and why, and the answer. */
export function ConfirmView(props: Props) {
  const { asked, attempt } = props;
  const t = useTranslations('evidence.confirm');
  const locale = useLocale();
  const who = answererInWords(asked.type);
  const { participantName, employerName, employerOrgNo, providerName, from, to, extentPercent } = asked;
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} />}
      <PageHeading
        title={t('title', { who, name: participantName, employer: employerName })}
        lead={t('lead', { who, provider: providerName })}
      />
      <div className="grid gap-8">
        <Card title={t('claimed')} className="max-w-measure">
          <DescriptionList
            facts={[
              { term: t('participant'), detail: participantName },
              { term: t('employer', { who }), detail: employerName },
              ...(employerOrgNo === null ? [] : [{ term: t('orgNo'), detail: formatOrgNo(employerOrgNo) }]),
              { term: t('from'), detail: formatDate(from, locale) },
              {
                term: t('to'),
                detail: to === null ? t('goesOn', { who }) : formatDate(addDays(to, -1), locale),
              },
              { term: t('extent'), detail: t('percent', { percent: extentPercent }) },
            ]}
          />
        </Card>
        <div className="grid max-w-measure gap-4">
          {(['who', 'why', 'what'] as const).map((part) => (
            <section key={part}>
              <h2 className="text-lg">{t(part)}</h2>
              <p>{t(`${part}Text`, { who, provider: providerName })}</p>
            </section>
          ))}
        </div>
        <ConfirmForm {...props} />
      </div>
    </>
  );
}
