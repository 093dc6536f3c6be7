import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { QueueView } from '#components/review/queue-view.tsx';
import { reviewQueueInput } from '#lib/schemas/review.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('queue.title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ReviewQueuePage({ searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const asked = reviewQueueInput.safeParse(await searchParams);
  const filter = asked.success ? asked.data : reviewQueueInput.parse({});
  const queue = await load(reviewQueue, actor, filter);
  return (
    <PageBody>
      <QueueView queue={queue} filter={filter} today={today()} personId={actor.personId} />
    </PageBody>
  );
}
