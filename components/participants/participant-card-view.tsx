import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CommentKeys } from '#components/participants/answer-comment.tsx';
import { CardActions } from '#components/participants/card-actions.tsx';
import { CardClock } from '#components/participants/card-clock.tsx';
import { CardComments } from '#components/participants/card-comments.tsx';
import { CardContacts } from '#components/participants/card-contacts.tsx';
import { CardContents } from '#components/participants/card-contents.tsx';
import { CardDocuments } from '#components/participants/card-documents.tsx';
import { CardEvents } from '#components/participants/card-events.tsx';
import { CardExperience } from '#components/participants/card-experience.tsx';
import { CardFacts } from '#components/participants/card-facts.tsx';
import { CardIdentity, type RevealedIdentity } from '#components/participants/card-identity.tsx';
import { CardLog } from '#components/participants/card-log.tsx';
import { CardPlanSection } from '#components/participants/card-plan.tsx';
import { CardReadable } from '#components/participants/card-readable.tsx';
import { CardReports } from '#components/participants/card-reports.tsx';
import { CardSteps } from '#components/participants/card-steps.tsx';
import { CoachCard } from '#components/participants/coach-card.tsx';
import { ForgetTyped } from '#components/participants/keep-typed.tsx';
import { planSubject } from '#components/participants/plan-form-view.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { CardAction } from '#lib/domain/placement/card-actions.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What was just done on the page. */
export type CardDone =
  | 'coach'
  | 'plan'
  | 'answered'
  | 'read'
  | 'experience'
  | 'experienceImported'
  | 'experienceRemoved';

type Props = {
  readonly card: ParticipantCard;
  readonly today: PlainDate;
  readonly actions: readonly CardAction[];
  /** What the role may do here. */
  readonly may: {
    readonly assign: boolean;
    readonly plan: boolean;
    readonly report: boolean;
    readonly seeMoney: boolean;
    readonly askIdentity: boolean;
    readonly write: boolean;
  };
  /** Keys of the forms on the page, by what they do. */
  readonly keys: {
    readonly coach: string;
    readonly activity: string;
    readonly identity: string;
    readonly comments: ReadonlyMap<string, CommentKeys>;
    readonly experience: ReadonlyMap<string, string>;
  };
  readonly attempts: Readonly<
    Record<'coach' | 'activity' | 'answer' | 'identity' | 'experience', KeptForm | null>
  >;
  readonly revealed: RevealedIdentity | null;
  /** Of somebody with protected identity, what stands in the number's place. */
  readonly protection: ReactNode;
  /** Thread of experience that is being changed. */
  readonly changing: string | null;
  readonly done: CardDone | null;
  /** Who reads. */
  readonly personId: string;
};

/** One participant: what comes next, and everything about them in sections with addresses of their own. */
export function ParticipantCardView(props: Props) {
  const { card, today, actions, may, attempts, done, personId } = props;
  const t = useTranslations('participants');
  const failed = Object.values(attempts).find((attempt) => attempt !== null) ?? null;
  return (
    <>
      <AttemptSummary attempt={failed} />
      <Breadcrumbs above={[{ href: '/provider/participants', words: t('list.title') }]} here={card.name} />
      <PageHeading
        title={card.name}
        lead={<CardClock card={card} today={today} />}
        aside={<PrintButton>{t('card.print')}</PrintButton>}
      />
      {done === 'plan' && <ForgetTyped subject={planSubject(personId, card.placementId)} />}
      {done !== null && failed === null && <Done done={done} coach={card.coach?.name ?? ''} />}
      <CardSteps steps={card.steps} today={today} />
      <CardActions actions={actions} name={card.name} />
      <CardContents hidden={may.askIdentity ? [] : ['identity']} />
      <Sections {...props} />
    </>
  );
}

function Done({ done, coach }: { readonly done: CardDone; readonly coach: string }) {
  const t = useTranslations('participants.card.done');
  const said = useTranslations('plan.comments.done');
  return (
    <Notice tone="ok" className="mb-6">
      {done === 'answered' || done === 'read' ? said(done) : t(done, { coach })}
    </Notice>
  );
}

function Sections({ card, today, may, keys, attempts, revealed, protection, changing }: Props) {
  return (
    <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-10">
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
        <CardDocuments card={card} />
        <CardEvents card={card} />
        <CardExperience
          card={card}
          writing={
            may.write
              ? {
                  placementId: card.placementId,
                  here: `/provider/participants/${card.placementId}`,
                  keys: keys.experience,
                  attempt: attempts.experience,
                  changing,
                }
              : null
          }
        />
      </div>
      <div className="grid gap-6">
        <CoachCard
          card={card}
          assigning={may.assign ? { formKey: keys.coach, attempt: attempts.coach } : null}
        />
        <CardContacts card={card} />
        <CardFacts card={card} />
        <CardReadable card={card} />
        {may.askIdentity && protection}
        {may.askIdentity && !card.protected && (
          <CardIdentity
            placementId={card.placementId}
            formKey={keys.identity}
            attempt={attempts.identity}
            revealed={revealed}
          />
        )}
      </div>
    </div>
  );
}
