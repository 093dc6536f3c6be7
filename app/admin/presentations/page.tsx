import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { QueueView } from '#components/choice/presentation/queue-view.tsx';
import { presentationDone } from '#lib/schemas/presentation.ts';
import type { PageSearch } from '#lib/server/administration/page-search.ts';
import { presentationQueue } from '#lib/server/administration/presentation-queries.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.presentation.queue');
  return { title: t('title') };
}

type Props = { searchParams: Promise<PageSearch> };

export default async function PresentationQueuePage({ searchParams }: Props) {
  const actor = await requireActor('agreementAdmin');
  const done = presentationDone.parse((await searchParams)['done']);
  return (
    <PageBody>
      <QueueView
        waiting={await load(presentationQueue, actor, {})}
        done={done === 'approved' || done === 'returned' ? done : null}
      />
    </PageBody>
  );
}
