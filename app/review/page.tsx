import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { QueueView } from '#components/review/queue-view.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { reviewQueueInput } from '#lib/schemas/review-bench.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';
import { DecidedPart } from './_bench/case-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-bench');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ReviewQueuePage({ searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const search = await searchParams;
  const filter = reviewQueueInput.parse(search);
  const queue = await load(reviewQueue, actor, filter);
  const t = await getTranslations('review-bench.decided');
  const approved = Number(search['approved']);
  return (
    <PageBody>
      <QueueView
        queue={queue}
        filter={filter}
        today={today()}
        personId={actor.personId}
        done={
          approved > 0 ? (
            <output className="mb-6 block">
              <Notice tone="ok">{t('together', { approved })}</Notice>
            </output>
          ) : (
            <DecidedPart actor={actor} decided={search['decided']} />
          )
        }
      />
    </PageBody>
  );
}
