import { useLocale, useTranslations } from 'next-intl';
import { HeldCorrections } from '#components/report-versions/held-corrections.tsx';
import { type ReviewForms, ReviewStanding } from '#components/report-versions/review-standing.tsx';
import { previewOf } from '#components/report-versions/review-words-form.tsx';
import { VersionCard } from '#components/report-versions/version-card.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { currentVersion, type ReportHistory, versionBefore } from '#lib/domain/report/report-history.ts';
import { type ReviewStep, reviewStep } from '#lib/domain/review/own-review.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly history: ReportHistory;
  readonly may: { readonly correct: boolean; readonly sign: boolean };
  readonly keys: { readonly withdraw: string };
  readonly done: 'attested' | 'withdrawn' | 'discarded' | 'replied' | 'asked' | null;
  readonly refused: KeptForm | null;
  readonly forms: ReviewForms;
};

/** Steps of the review that say themselves why the report is not corrected now, and what to do instead. */
const saysItself: ReadonlySet<ReviewStep['kind']> = new Set(['answer', 'complete', 'askReconsideration']);

/** A month's report with all its versions, what each changed and why, and the way to correct the one that counts. */
export function VersionsView({ history, may, keys, done, refused, forms }: Props) {
  const t = useTranslations('attest.versions');
  const own = useTranslations('review-decision.own.done');
  const failed = forms.reply.attempt ?? forms.reconsider.attempt;
  const locale = useLocale();
  const { month, placementId, participantName, versions, corrections, way, refusal } = history;
  const words = formatMonth(month, locale);
  const current = currentVersion(history);
  const step = history.review === null ? 'done' : reviewStep(history.review).kind;
  const open = corrections.find(({ status }) => status === 'draft' || status === 'submitted');
  const monthPage = `/provider/months/${month}/${placementId}`;
  return (
    <>
      {refused !== null && <ErrorSummary problems={[]} title={refused.problem.title} />}
      {previewOf(failed) === null && <AttemptSummary attempt={failed} />}
      <Breadcrumbs
        above={[{ href: monthPage, words: `${participantName}, ${words}` }]}
        here={t('pageTitle')}
      />
      <PageHeading title={t('title', { name: participantName, month: words })} lead={t('lead')} />
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {done === 'replied' || done === 'asked'
            ? own(done)
            : done === 'attested'
              ? t('done.attested', { way: current?.status === 'approved' ? 'whenApproved' : 'atOnce' })
              : t(`done.${done}`)}
        </Notice>
      )}
      {may.correct && current !== null && open === undefined && way !== null && (
        <p className="no-print mb-8">
          <LinkAction href={`/provider/reports/${current.id}/correct`} look="go">
            {t('correct')}
          </LinkAction>
        </p>
      )}
      {refusal !== null && current !== null && !saysItself.has(step) && (
        <Notice tone="info" title={t('cannot')} className="mb-8">
          {refusal.title}
        </Notice>
      )}
      {history.review !== null && (
        <ReviewStanding review={history.review} monthPage={monthPage} forms={forms} />
      )}
      {corrections.length > 0 && <HeldCorrections history={history} may={may} formKey={keys.withdraw} />}
      <ol className="grid gap-6">
        {versions.map((version) => (
          <VersionCard
            key={version.id}
            month={month}
            version={version}
            before={versionBefore(history, version)}
            counts={version.id === current?.id}
          />
        ))}
      </ol>
      <p className="no-print mt-8">
        <LinkAction href={monthPage} look="quiet">
          {t('toMonth')}
        </LinkAction>
      </p>
    </>
  );
}
