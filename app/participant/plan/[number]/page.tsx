import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PlanVersionPage } from '#components/participant/plan-version-page.tsx';
import { planNumberInput } from '#lib/schemas/plan.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showOwnPlan } from '#lib/server/participant/show-own-plan.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.plan');
  return { title: t('title') };
}

type Props = { params: Promise<{ number: string }> };

export default async function OwnPlanVersionPage({ params }: Props) {
  const actor = await requireActor('participant');
  const number = planNumberInput.safeParse((await params).number);
  if (!number.success) notFound();
  const { plan } = await load(showOwnPlan, actor, {});
  const version = plan?.versions.find((each) => each.number === number.data);
  if (plan === null || version === undefined) notFound();
  const before = plan.versions.find(({ number: other }) => other === version.number - 1) ?? null;
  return <PlanVersionPage version={version} before={before} />;
}
