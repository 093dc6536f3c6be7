import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlanPage } from '#components/participant/plan-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showOwnPlan } from '#lib/server/participant/show-own-plan.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.plan');
  return { title: t('title') };
}

export default async function OwnPlanPage() {
  const actor = await requireActor('participant');
  const { plan } = await load(showOwnPlan, actor, {});
  return <PlanPage plan={plan} />;
}
