import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AmountReasons } from '#components/statement/answer/amount-reasons.tsx';
import { Dialogue } from '#components/statement/answer/dialogue.tsx';
import { DisputeOutcome } from '#components/statement/answer/dispute-outcome.tsx';
import { DisputeStatus } from '#components/statement/answer/dispute-status.tsx';
import { useGroupWords } from '#components/statement/group-words.ts';
import { SubjectText } from '#components/statement/subject-text.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DisputeView as View } from '#lib/domain/statement/dispute-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export type DisputeDone = 'opened' | 'replied' | 'withdrawn' | 'closed';

interface DisputeViewProps {
  dispute: View;
  isProvider: boolean;
  breadcrumbs: ReactNode;
  /** What has just been done. */
  done: DisputeDone | null;
  attempt: KeptForm | null;
  /** The month's report, where the reader has a page for it. */
  reportHref: string | null;
  /** What the reader can do about it. */
  children: ReactNode;
}

/** One dispute: the amount and why it is what it is, the dialogue, how it ended, and what can be done. */
export function DisputeView(props: DisputeViewProps) {
  const { dispute, isProvider, done, attempt, reportHref } = props;
  const t = useTranslations('statement-answer.view');
  const locale = useLocale();
  const words = useGroupWords();
  const date = formatDate(dispute.cutOff, locale);
  const what = words.title({ ...dispute, correction: dispute.isCorrection });
  return (
    <>
      {attempt !== null && <ErrorSummary title={attempt.problem.title} problems={attempt.problem.errors} />}
      {props.breadcrumbs}
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      <PageHeading
        title={t('title', { what: what.slice(0, 1).toLocaleLowerCase(locale) + what.slice(1) })}
        lead={
          isProvider
            ? t('leadProvider', { date })
            : t('leadAuthority', { provider: dispute.providerName, date })
        }
      />
      <Facts dispute={dispute} isProvider={isProvider} />
      {dispute.isSeen ? (
        <>
          <PageSection title={t('amount')}>
            <AmountReasons amount={dispute} />
            {reportHref !== null && (
              <p className="mt-3">
                <TextLink href={reportHref}>{t(isProvider ? 'reportRead' : 'reportOpen')}</TextLink>
              </p>
            )}
          </PageSection>
          <PageSection title={t('dialogue')}>
            <Dialogue messages={dispute.messages} />
            <DisputeOutcome dispute={dispute} />
            {props.children}
          </PageSection>
        </>
      ) : (
        <Notice className="mt-6">{t('hidden')}</Notice>
      )}
    </>
  );
}

function Facts({ dispute, isProvider }: { dispute: View; isProvider: boolean }) {
  const t = useTranslations('statement-answer.view');
  const facts: Fact[] = [
    { term: t('status'), detail: <DisputeStatus dispute={dispute} isProvider={isProvider} /> },
    { term: t('subject'), detail: <SubjectText subject={dispute.subject} /> },
    {
      term: t(dispute.reason === null ? 'disputed' : 'disputedUnpaid'),
      detail: (
        <>
          <Amount value={dispute.amountOre} exact /> <Example />
        </>
      ),
    },
    { term: t('opened'), detail: <InstantText instant={dispute.openedAt} /> },
  ];
  if (dispute.closedAt !== null)
    facts.push({ term: t('closedAt'), detail: <InstantText instant={dispute.closedAt} /> });
  return <DescriptionList layout="line" facts={facts} />;
}
