import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { QueryProvider } from '#components/frame/query-provider.tsx';
import { ResultPage } from '#components/upload/result-page.tsx';
import { isEnded } from '#lib/domain/upload/upload-view.ts';
import { uploadViewInput } from '#lib/schemas/upload.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';
import { showUpload } from '#lib/server/upload/show-upload.ts';

const SLOW_MS = 2 * 60_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('upload.result');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ uploadId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function UploadResultPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const asked = uploadViewInput.safeParse({ ...(await searchParams), ...(await params) });
  if (!asked.success) notFound();
  const { participantIds: _, ...view } = await load(showUpload, actor, asked.data);
  const { state, receivedAt } = view.upload;
  const isSlow = !isEnded(state) && now().getTime() - receivedAt.getTime() > SLOW_MS;
  return (
    <ClientMessages features={['upload']}>
      <QueryProvider>
        <PageBody>
          <ResultPage view={view} filter={asked.data} isSlow={isSlow} />
        </PageBody>
      </QueryProvider>
    </ClientMessages>
  );
}
