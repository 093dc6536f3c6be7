import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { type CardDone, ParticipantCardView } from '#components/participants/participant-card-view.tsx';
import { CardProtected } from '#components/protected-identity/card-protected.tsx';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { reportsMonths } from '#lib/domain/actor/reports-months.ts';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { cardActionFacts } from '#lib/domain/placement/card-action-facts.ts';
import { cardActions } from '#lib/domain/placement/card-actions.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { participantCardInput } from '#lib/schemas/participant-list.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { saveExperience } from '#lib/server/experience/save-experience.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { askIdentityNumber } from '#lib/server/placement/ask-identity-number.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { participantCard } from '#lib/server/placement/participant-card.ts';
import { showIdentityNumber } from '#lib/server/placement/show-identity-number.ts';
import { addPlanActivity } from '#lib/server/plan/add-plan-activity.ts';
import { answerPlanComment } from '#lib/server/plan/answer-plan-comment.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participants.list');
  return { title: t('participant') };
}

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { params: Promise<{ placementId: string }>; searchParams: Promise<Search> };

const DONE: readonly CardDone[] = [
  'coach',
  'plan',
  'answered',
  'read',
  'experience',
  'experienceImported',
  'experienceRemoved',
];

export default async function ParticipantPage({ params, searchParams }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const search = await searchParams;
  const { events, reveal, attempt } = search;
  const asked = participantCardInput.safeParse({ ...(await params), eventsPage: events, reveal });
  if (!asked.success) notFound();
  const card = await load(participantCard, actor, asked.data);
  const { participantId } = card;
  const revealed =
    asked.data.reveal === undefined
      ? null
      : await load(showIdentityNumber, actor, { revealId: asked.data.reveal, participantId });
  return (
    <PageBody>
      <ParticipantCardView
        card={card}
        today={today()}
        actions={cardActions(cardActionFacts(card, today()), actor.role)}
        may={mayOf(actor, card)}
        keys={keysOf(card)}
        attempts={{
          coach: await loadAttempt(actor, attempt, assignCoach.name),
          activity: await loadAttempt(actor, attempt, addPlanActivity.name),
          answer: await loadAttempt(actor, attempt, answerPlanComment.name),
          identity: await loadAttempt(actor, attempt, askIdentityNumber.name),
          experience: await loadAttempt(actor, attempt, saveExperience.name),
        }}
        changing={typeof search['change'] === 'string' ? search['change'] : null}
        protection={card.protected ? <CardProtected participantId={participantId} /> : null}
        revealed={revealed === null ? null : { number: revealed.identityNumber }}
        personId={actor.personId}
        done={DONE.find((what) => search[what] !== undefined) ?? null}
      />
    </PageBody>
  );
}

function mayOf(actor: ProviderActor, card: ParticipantCard) {
  const goesOn = card.to > today();
  return {
    assign: holdsMandate(actor, assignCoach.mandates) && goesOn,
    plan: holdsMandate(actor, addPlanActivity.mandates),
    report: reportsMonths(actor.role),
    seeMoney: seesMoney(actor.role),
    askIdentity: holdsMandate(actor, askIdentityNumber.mandates),
    write: holdsMandate(actor, saveExperience.mandates) && goesOn,
  };
}

function keysOf({ comments, experience }: ParticipantCard) {
  return {
    coach: newId(),
    activity: newId(),
    identity: newId(),
    comments: new Map(comments.map(({ id }) => [id, { answer: newId(), read: newId() }])),
    experience: new Map(['new', ...experience.map(({ threadId }) => threadId)].map((id) => [id, newId()])),
  };
}
