import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { PlanVersionView } from '#components/participants/plan-version-view.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { placementPlanInput, planNumberInput } from '#lib/schemas/plan.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';
import { placementPlan } from '#lib/server/plan/placement-plan.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participants.plan');
  return { title: t('title') };
}

type Props = { params: Promise<{ placementId: string; number: string }> };

export default async function PlanVersionPage({ params }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const address = await params;
  const asked = placementPlanInput.safeParse(address);
  const number = planNumberInput.safeParse(address.number);
  if (!asked.success || !number.success) notFound();
  const plan = await load(placementPlan, actor, asked.data);
  const version = plan.versions.find((each) => each.number === number.data);
  if (version === undefined) notFound();
  return (
    <PageBody>
      <PlanVersionView plan={plan} version={version} today={today()} />
    </PageBody>
  );
}
