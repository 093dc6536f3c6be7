import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoSharedPlan, SharedPlanView } from '#components/participant/shared-plan-view.tsx';
import { now } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { openSharedPlan } from '#lib/server/plan-share/open-shared-plan.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-plan.shared');
  // Secret addresses are told to nobody else: neither to search engines nor to what a page links to.
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'same-origin' };
}

/** A plan by its participant's link. Nobody is logged in; every opening is written down. */
export default async function SharedPlanPage({ params }: { params: Promise<{ secret: string }> }) {
  const shared = await openSharedPlan(database(), (await params).secret, now());
  if (shared === null) return <NoSharedPlan why="unknown" />;
  return shared.state === 'open' ? <SharedPlanView shared={shared} /> : <NoSharedPlan why={shared.state} />;
}
