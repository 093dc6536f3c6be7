import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlanSharePage } from '#components/participant/plan-share-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { env } from '#lib/server/env.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { closePlanShare } from '#lib/server/plan-share/close-plan-share.ts';
import { createPlanShare } from '#lib/server/plan-share/create-plan-share.ts';
import { listPlanShares } from '#lib/server/plan-share/list-plan-shares.ts';
import { isUuid } from '#lib/shared/uuid.ts';
import type { Search } from '../../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-plan.share');
  return { title: t('title') };
}

export default async function PlanShareRoute({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const { reveal, closed, attempt } = await searchParams;
  const revealId = typeof reveal === 'string' && isUuid(reveal) ? reveal : null;
  const own = await load(listPlanShares, actor, { revealId });
  const { origin } = new URL(env().PORTAL_URL);
  return (
    <PlanSharePage
      own={own}
      address={own.secret === null ? null : `${origin}/shared-plan/${own.secret}`}
      isClosed={closed !== undefined}
      attempt={
        (await loadAttempt(actor, attempt, createPlanShare.name)) ??
        (await loadAttempt(actor, attempt, closePlanShare.name))
      }
      formKey={newId}
    />
  );
}
