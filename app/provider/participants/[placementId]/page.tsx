import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { type CardDone, ParticipantCardView } from '#components/participants/participant-card-view.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { reportsMonths } from '#lib/domain/actor/reports-months.ts';
import { placementPlanInput } from '#lib/schemas/plan.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { participantCard } from '#lib/server/placement/participant-card.ts';
import { addPlanActivity } from '#lib/server/plan/add-plan-activity.ts';
import { answerPlanComment } from '#lib/server/plan/answer-plan-comment.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participants.list');
  return { title: t('participant') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE: readonly CardDone[] = ['coach', 'plan', 'answered', 'read'];

export default async function ParticipantPage({ params, searchParams }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const asked = placementPlanInput.safeParse(await params);
  if (!asked.success) notFound();
  const search = await searchParams;
  const card = await load(participantCard, actor, asked.data);
  const attempts = {
    coach: await loadAttempt(actor, search['attempt'], assignCoach.name),
    activity: await loadAttempt(actor, search['attempt'], addPlanActivity.name),
    answer: await loadAttempt(actor, search['attempt'], answerPlanComment.name),
  };
  const comments = new Map(card.comments.map(({ id }) => [id, { answer: newId(), read: newId() }]));
  return (
    <PageBody>
      <ParticipantCardView
        card={card}
        today={today()}
        may={{
          assign: holdsMandate(actor, assignCoach.mandates) && card.to > today(),
          plan: holdsMandate(actor, addPlanActivity.mandates),
          report: reportsMonths(actor.role),
          seeMoney: seesMoney(actor.role),
        }}
        keys={{ coach: newId(), activity: newId(), comments }}
        attempts={attempts}
        personId={actor.personId}
        done={DONE.find((what) => search[what] !== undefined) ?? null}
      />
    </PageBody>
  );
}
