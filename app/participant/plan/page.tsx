import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoPlanPage, PlanPage, shownVersion } from '#components/participant/plan-page.tsx';
import { PlanComments } from '#components/participant/plan-comments.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { showOwnPlan } from '#lib/server/participant/show-own-plan.ts';
import { commentPlan } from '#lib/server/plan/comment-plan.ts';
import type { Search } from '../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.plan');
  return { title: t('title') };
}

export default async function OwnPlanPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const search = await searchParams;
  const { plan, today } = await load(showOwnPlan, actor, {});
  const shown = plan === null ? undefined : shownVersion(plan, today);
  if (plan === null || shown === undefined) return <NoPlanPage />;
  const t = await getTranslations('own-plan.comment');
  const attempt = await loadAttempt(actor, search['attempt'], commentPlan.name);
  const isSent = plan.comments.some(({ id }) => id === search['commented']);
  const receipt = isSent && (
    <Notice tone="ok" title={t('sentTitle')} className="mb-6">
      {t('sent')}
    </Notice>
  );
  return (
    <PlanPage
      plan={plan}
      shown={shown}
      today={today}
      attempt={attempt}
      receipt={receipt}
      comments={<PlanComments plan={plan} shown={shown} today={today} formKey={newId()} attempt={attempt} />}
    />
  );
}
