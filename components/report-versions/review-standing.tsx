import { useTranslations } from 'next-intl';
import { ReviewWordsForm } from '#components/report-versions/review-words-form.tsx';
import { ReviewEvents } from '#components/report-versions/review-events.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice, type NoticeTone } from '#components/ui/notice.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { findingWords } from '#lib/domain/report/check-words.ts';
import {
  type OwnDecision,
  type OwnReview,
  reviewStep,
  type ReviewStep,
} from '#lib/domain/review/own-review.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export type ReviewForms = {
  readonly reply: { readonly formKey: string; readonly attempt: KeptForm | null };
  readonly reconsider: { readonly formKey: string; readonly attempt: KeptForm | null };
};

type Props = {
  readonly review: OwnReview;
  readonly monthPage: string;
  readonly forms: ReviewForms;
};

const TONES = {
  waits: 'info',
  reopened: 'info',
  answer: 'warn',
  answered: 'info',
  over: 'warn',
  complete: 'warn',
  askReconsideration: 'info',
} as const satisfies Record<Exclude<ReviewStep['kind'], 'done'>, NoticeTone>;

/** How the report stands in review, what comes next and by when, what it means in kronor, and all that has been decided and said. */
export function ReviewStanding({ review, monthPage, forms }: Props) {
  const t = useTranslations('review-decision.own');
  const locale = useStaffLocale();
  const step = reviewStep(review);
  const [latest] = review.decisions;
  const back = `/provider/reports/${review.reportId}`;
  const form = { reportId: review.reportId, version: review.version, back };
  return (
    <section aria-labelledby="review" className="mb-8 grid gap-4">
      <h2 id="review" className="text-lg">
        {t('title')}
      </h2>
      {step.kind !== 'done' && (
        <Notice
          tone={TONES[step.kind]}
          action={
            step.kind === 'complete' ? <LinkAction href={monthPage}>{t('complete')}</LinkAction> : undefined
          }
        >
          <StepWords step={step} />
          {latest !== undefined && <Kronor decision={latest} />}
        </Notice>
      )}
      {step.kind === 'answer' && (
        <ReviewWordsForm kind="reply" {...form} lastDay={step.by} {...forms.reply} />
      )}
      {step.kind === 'askReconsideration' && (
        <ReviewWordsForm kind="reconsider" {...form} lastDay={step.by} {...forms.reconsider} />
      )}
      {review.findings.length > 0 && (
        <div>
          <h3 className="mb-1 text-base">{t('findings')}</h3>
          <ul className="grid gap-2">
            {review.findings.map(({ code, severity, facts }) => (
              <li key={code} className="flex max-w-measure gap-3">
                <Icon name={severity === 'hold' ? 'paused' : 'warn'} className="mt-1 text-warn" />
                {findingWords({ code, facts }, locale).message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ReviewEvents review={review} />
    </section>
  );
}

function StepWords({ step }: { readonly step: Exclude<ReviewStep, { kind: 'done' }> }) {
  const t = useTranslations('review-decision.own.next');
  const locale = useStaffLocale();
  const day = 'by' in step && step.by !== null ? dateInWords(step.by, locale, 'weekday') : 'none';
  if (step.kind === 'reopened') return <p>{t('reopened', { counts: step.counts, day })}</p>;
  return <p>{t(step.kind, { day })}</p>;
}

/** The kronor of the decision, as the reviewer saw them before making it. */
function Kronor({ decision }: { readonly decision: OwnDecision }) {
  const t = useTranslations('review-decision.own.money');
  const { effectOre, nextOre, lowered } = decision;
  if (effectOre === null || nextOre === null || decision.decision === 'return') return null;
  if (effectOre === 0 && decision.decision !== 'proposeReject')
    return lowered.length > 0 ? <p className="mt-1">{t('unchanged')}</p> : null;
  return (
    <p className="mt-1">
      {t.rich(decision.decision === 'proposeReject' ? 'proposed' : 'decided', {
        difference: () => <Amount value={effectOre} signed exact />,
        next: () => <Amount value={nextOre} signed exact />,
      })}
    </p>
  );
}
