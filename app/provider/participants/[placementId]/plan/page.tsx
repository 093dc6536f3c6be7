import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { PlanFormView } from '#components/participants/plan-form-view.tsx';
import { placementPlanInput } from '#lib/schemas/plan.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { createPlan } from '#lib/server/plan/create-plan.ts';
import { placementPlan } from '#lib/server/plan/placement-plan.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participants.plan');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function PlanPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach');
  const asked = placementPlanInput.safeParse(await params);
  if (!asked.success) notFound();
  const { attempt: attemptId } = await searchParams;
  const plan = await load(placementPlan, actor, asked.data);
  const attempt = await loadAttempt(actor, attemptId, createPlan.name);
  return (
    <PageBody>
      <PlanFormView
        plan={plan}
        today={today()}
        formKey={newId()}
        attempt={attempt}
        personId={actor.personId}
      />
    </PageBody>
  );
}
