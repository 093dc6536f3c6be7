import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CorrectionQueueView } from '#components/report-versions/correction-queue-view.tsx';
import { correctionQueueInput } from '#lib/schemas/report-correction.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { correctionQueue } from '#lib/server/report/correction/correction-queue.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attest.review');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function CorrectionsPage({ searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const input = correctionQueueInput.parse(await searchParams);
  return (
    <PageBody>
      <CorrectionQueueView queue={await load(correctionQueue, actor, input)} />
    </PageBody>
  );
}
