import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { OutcomeQueueView } from '#components/outcome/outcome-queue-view.tsx';
import { outcomeQueueInput } from '#lib/schemas/outcome.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { outcomeQueue } from '#lib/server/outcome/outcome-queue.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome.queue');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function OutcomeQueuePage({ searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const asked = outcomeQueueInput.safeParse(await searchParams);
  const input = asked.success ? asked.data : outcomeQueueInput.parse({});
  return (
    <PageBody>
      <OutcomeQueueView queue={await load(outcomeQueue, actor, input)} show={input.show} />
    </PageBody>
  );
}
