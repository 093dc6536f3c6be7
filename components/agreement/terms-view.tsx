import { useLocale, useTranslations } from 'next-intl';
import { useReviewFacts } from '#components/agreement/review-facts.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { PublishedTerms } from '#lib/domain/admin/published-versions.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** One version of the terms: every day, share and limit that is not about money. */
export function TermsView({ published }: { readonly published: PublishedTerms }) {
  const t = useTranslations('admin');
  const locale = useLocale();
  const title = t('terms.title', { date: formatDate(published.validFrom, locale) });
  const { report, choice, support, statement } = useFacts(published);
  const review = useTranslations('checks.terms');
  const reviewed = useReviewFacts(published.terms);
  return (
    <>
      <Breadcrumbs above={[{ href: '/admin/agreements', words: t('nav.agreements') }]} here={title} />
      <PageHeading title={title} lead={t('terms.lead', { id: published.id })} />
      <Facts title={t('terms.report')} facts={report} />
      <Facts title={t('terms.choice')} facts={choice} />
      <Facts title={review('review')} facts={reviewed.rules} />
      <Facts title={review('weights')} facts={reviewed.weights} />
      <Facts title={t('terms.support')} facts={support} />
      <Facts title={t('terms.statement')} facts={statement} />
    </>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  return (
    <PageSection title={title}>
      <Sheet className="px-6 py-3 max-md:px-4">
        <DescriptionList facts={facts} />
      </Sheet>
    </PageSection>
  );
}

function useFacts({
  terms,
}: PublishedTerms): Record<'report' | 'choice' | 'support' | 'statement', readonly Fact[]> {
  const t = useTranslations('admin.terms');
  const minutes = (count: number): string => t('minutes', { minutes: count });
  const least = terms.leastSupportMinutesPerWeek;
  return {
    report: [
      { term: t('reportDueDay'), detail: t('reportDueDayValue', { day: terms.reportDueDay }) },
      { term: t('leastOutage'), detail: t('leastOutageValue', { minutes: terms.leastOutageMinutes }) },
      { term: t('minuteStep'), detail: minutes(terms.minuteStep) },
      { term: t('reviewDays'), detail: t('days', { days: terms.reviewDays }) },
    ],
    choice: [
      { term: t('choiceWorkdays'), detail: t('workdays', { days: terms.choiceWorkdays }) },
      { term: t('switchWorkdays'), detail: t('workdays', { days: terms.switchWorkdays }) },
      { term: t('choiceReminder'), detail: t('workdays', { days: terms.choiceReminderWorkdays }) },
      { term: t('choiceLastReminder'), detail: t('workdays', { days: terms.choiceLastReminderWorkdays }) },
      { term: t('reach'), detail: t('kilometres', { kilometres: terms.reachKilometres }) },
    ],
    support: [
      { term: t('planDays'), detail: t('days', { days: terms.planDays }) },
      { term: t('leastFirst'), detail: minutes(least.firstPeriod) },
      { term: t('leastSecond'), detail: minutes(least.secondPeriod) },
      { term: t('onSite'), detail: t('percent', { percent: terms.onSitePermille / 10 }) },
      { term: t('mostPerDay'), detail: minutes(terms.mostSupportMinutesPerDay) },
      { term: t('otherActor'), detail: t('months', { months: terms.otherActorMonths }) },
    ],
    statement: [
      { term: t('statementAccept'), detail: t('workdays', { days: terms.statementAcceptWorkdays }) },
      { term: t('payDay'), detail: t('payDayValue', { day: terms.payDay }) },
      { term: t('payLead'), detail: t('workdays', { days: terms.payLeadWorkdays }) },
      { term: t('bankWait'), detail: t('workdays', { days: terms.bankWaitWorkdays }) },
      { term: t('claimDue'), detail: t('days', { days: terms.claimDueDays }) },
      { term: t('completion'), detail: t('workdays', { days: terms.completionWorkdays }) },
      { term: t('finalReport'), detail: t('workdays', { days: terms.finalReportWorkdays }) },
      { term: t('extensionLead'), detail: t('days', { days: terms.extensionLeadDays }) },
      { term: t('periodDays'), detail: t('days', { days: terms.periodDays }) },
    ],
  };
}
