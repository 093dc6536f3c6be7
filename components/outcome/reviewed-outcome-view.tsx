import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OutcomeContentFacts } from '#components/outcome/outcome-content-facts.tsx';
import { OutcomeDecisionForm, type VerifiedSuggestion } from '#components/outcome/outcome-decision-form.tsx';
import { OutcomeFindings } from '#components/outcome/outcome-findings.tsx';
import { OutcomeDecisions } from '#components/outcome/outcome-decisions.tsx';
import { OutcomePlacementFacts } from '#components/outcome/outcome-placement-facts.tsx';
import { OutcomeStandingView } from '#components/outcome/outcome-standing-view.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { ReviewedOutcome } from '#lib/domain/outcome/outcome-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: ReviewedOutcome;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly decided: boolean;
  /** The evidence, to be judged piece by piece, and what follows from it. */
  readonly evidence: ReactNode;
  readonly suggestion: VerifiedSuggestion | null;
};

/** One outcome with all that a decision rests on, and the decision. */
export function ReviewedOutcomeView({ page, attempt, formKey, decided, evidence, suggestion }: Props) {
  const t = useTranslations('outcome');
  const tEvidence = useTranslations('evidence.judge');
  const { outcome, placement, effects } = page;
  const heading = t('review.title', { name: placement.participantName });
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: '/review/outcomes', words: t('queue.title') }]} here={heading} />
      <PageHeading title={heading} lead={t('desk.stands', { status: t(`status.${outcome.status}`) })} />
      {decided && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t('review.decided')}
        </Notice>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-10">
          <OutcomeFindings findings={page.findings} title={t('review.findings')} />
          <Part title={t('sections.content')}>
            <OutcomeContentFacts content={outcome} verifiedThrough={outcome.verifiedThrough} />
          </Part>
          <Part title={tEvidence('title')}>{evidence}</Part>
          <Part title={t('sections.standing')}>
            <OutcomeStandingView standing={page.standing} today={page.today} />
          </Part>
          <Part title={t('sections.service')}>
            <OutcomePlacementFacts placement={placement} windows={page.windows} />
          </Part>
          <Part title={t('sections.decisions')}>
            <OutcomeDecisions decisions={page.decisions} />
          </Part>
        </div>
        <Card title={t('decide.title')}>
          {effects === null && <Notice tone="wait">{t('review.notCurrent')}</Notice>}
          {effects !== null && page.ownSubmission && <Notice tone="warn">{t('review.own')}</Notice>}
          {effects !== null && !page.ownSubmission && (
            <OutcomeDecisionForm
              page={page}
              effects={effects}
              attempt={attempt}
              formKey={formKey}
              suggestion={suggestion}
            />
          )}
        </Card>
      </div>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-lg">{title}</h2>
      {children}
    </section>
  );
}
