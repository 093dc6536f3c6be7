import { useTranslations } from 'next-intl';
import type { CommentKeys } from '#components/participants/answer-comment.tsx';
import { CardComments } from '#components/participants/card-comments.tsx';
import { CardFacts } from '#components/participants/card-facts.tsx';
import { CardLog } from '#components/participants/card-log.tsx';
import { CardPlanSection } from '#components/participants/card-plan.tsx';
import { CardReports } from '#components/participants/card-reports.tsx';
import { CardSteps } from '#components/participants/card-steps.tsx';
import { CoachCard } from '#components/participants/coach-card.tsx';
import { ForgetTyped } from '#components/participants/keep-typed.tsx';
import { planSubject } from '#components/participants/plan-form-view.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** What was just done on the page. */
export type CardDone = 'coach' | 'plan' | 'answered' | 'read';

type Props = {
  readonly card: ParticipantCard;
  readonly today: PlainDate;
  /** What the role may do here. */
  readonly may: {
    readonly assign: boolean;
    readonly plan: boolean;
    readonly report: boolean;
    readonly seeMoney: boolean;
  };
  /** Keys of the forms on the page, by what they do. */
  readonly keys: {
    readonly coach: string;
    readonly activity: string;
    readonly comments: ReadonlyMap<string, CommentKeys>;
  };
  readonly attempts: {
    readonly coach: KeptForm | null;
    readonly activity: KeptForm | null;
    readonly answer: KeptForm | null;
  };
  readonly done: CardDone | null;
  /** Who reads. */
  readonly personId: string;
};

/** One participant: what comes next, the plan, the month's log, the reports. */
export function ParticipantCardView({ card, today, may, keys, attempts, done, personId }: Props) {
  const t = useTranslations('participants');
  const said = useTranslations('plan.comments.done');
  const failed = attempts.coach ?? attempts.activity ?? attempts.answer;
  return (
    <>
      {failed !== null && (
        <ErrorSummary
          problems={failed.problem.errors}
          title={failed.problem.errors.length === 0 ? failed.problem.title : undefined}
        />
      )}
      <Breadcrumbs above={[{ href: '/provider/participants', words: t('list.title') }]} here={card.name} />
      <PageHeading title={card.name} lead={<Clock card={card} today={today} />}>
        <QualityLink card={card} today={today} />
      </PageHeading>
      {done === 'plan' && <ForgetTyped subject={planSubject(personId, card.placementId)} />}
      {done !== null && failed === null && (
        <Notice tone="ok" className="mb-6">
          {done === 'answered' || done === 'read'
            ? said(done)
            : t(`card.done.${done}`, { coach: card.coach?.name ?? '' })}
        </Notice>
      )}
      <CardSteps steps={card.steps} today={today} />
      <div className="mt-10 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-10">
          <CardPlanSection
            card={card}
            today={today}
            adding={may.plan ? { formKey: keys.activity, attempt: attempts.activity } : null}
          />
          <CardComments
            card={card}
            answering={may.plan ? { keys: keys.comments, attempt: attempts.answer } : null}
          />
          <CardLog card={card} mayLog={may.plan} />
          <CardReports card={card} mayReport={may.report} seesMoney={may.seeMoney} />
        </div>
        <div className="grid gap-6">
          <CoachCard
            card={card}
            assigning={may.assign ? { formKey: keys.coach, attempt: attempts.coach } : null}
          />
          <CardFacts card={card} />
        </div>
      </div>
    </>
  );
}

/** While the service goes on: how the participant stands against the contract's requirements. */
function QualityLink({ card, today }: { readonly card: ParticipantCard; readonly today: PlainDate }) {
  const t = useTranslations('quality.one');
  if (card.from > today || card.to <= today) return null;
  return (
    <p className="no-print mt-3">
      <TextLink href={`/provider/quality/participants/${card.placementId}`} className="inline-block min-h-6">
        {t('link')}
      </TextLink>
    </p>
  );
}

function Clock({ card, today }: { readonly card: ParticipantCard; readonly today: PlainDate }) {
  const t = useTranslations('participants.card');
  const { level, from, to, periods, endReason } = card;
  const period = periods.findLast((each) => each.from <= today);
  if (to <= today) return t('clockEnded', { level, reason: endReason ?? 'none' });
  if (from > today || period === undefined) return t('clockComing', { level });
  const last = period.to < to ? period.to : to;
  return t('clock', {
    level,
    number: period.number,
    day: daysBetween(period.from, today) + 1,
    days: daysBetween(period.from, period.to),
    left: daysBetween(today, last),
  });
}
