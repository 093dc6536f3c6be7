import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CoverView } from '#components/intake/cover-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { coachesOverview } from '#lib/server/intake/coaches-overview.ts';
import { coverCoach } from '#lib/server/intake/cover-coach.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.cover');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ coachPersonId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function CoverCoachPage({ params, searchParams }: Props) {
  const actor = await requireActor('intake', 'providerAdmin');
  const { coachPersonId } = await params;
  const overview = await load(coachesOverview, actor, { done: null });
  const coach = overview.coaches.find(({ personId, isCoach }) => isCoach && personId === coachPersonId);
  if (coach === undefined) notFound();
  return (
    <PageBody>
      <CoverView
        coach={coach}
        overview={overview}
        formKey={newId()}
        attempt={await loadAttempt(actor, (await searchParams)['attempt'], coverCoach.name)}
      />
    </PageBody>
  );
}
