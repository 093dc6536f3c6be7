import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlanVersionPage } from '#components/participant/plan-version-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showOwnPlanVersion } from '#lib/server/participant/show-own-plan-version.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.plan');
  return { title: t('title') };
}

type Props = { params: Promise<{ planId: string }> };

export default async function OwnPlanRoute({ params }: Props) {
  const actor = await requireActor('participant');
  const { version, before } = await load(showOwnPlanVersion, actor, await params);
  return <PlanVersionPage version={version} before={before} />;
}
