import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnDocumentPage } from '#components/participant/document/document-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showOwnDocument } from '#lib/server/participant/show-own-document.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-documents');
  return { title: t('title') };
}

type Props = { params: Promise<{ documentId: string }> };

export default async function OwnDocumentRoute({ params }: Props) {
  const actor = await requireActor('participant');
  return <OwnDocumentPage document={await load(showOwnDocument, actor, await params)} />;
}
