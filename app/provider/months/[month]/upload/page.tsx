import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { UploadPage } from '#components/upload/upload-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { listUploads } from '#lib/server/upload/list-uploads.ts';
import { RECEIVE_UPLOAD } from '#lib/server/upload/receive-upload.ts';
import { parseMonth } from '#lib/shared/month.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('upload.form');
  return { title: t('here') };
}

type Props = {
  params: Promise<{ month: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function MonthUploadPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const month = parseMonth((await params).month);
  if (month === null) notFound();
  const uploads = await load(listUploads, actor, { month });
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], RECEIVE_UPLOAD);
  return (
    <PageBody>
      <UploadPage month={month} uploads={uploads} formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
