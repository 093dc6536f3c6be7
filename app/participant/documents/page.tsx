import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnDocumentList } from '#components/document/own-document-list.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { listOwnDocuments } from '#lib/server/document/own-documents.ts';
import { load } from '#lib/server/http/page.ts';
import type { Search } from '../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('document.list');
  return { title: t('own') };
}

export default async function OwnDocumentsPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const asked = Number((await searchParams)['page']);
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1;
  const t = await getTranslations('final-report.sharing');
  return (
    <>
      <OwnDocumentList documents={await load(listOwnDocuments, actor, { page })} />
      <p className="mt-8">
        <TextLink href="/participant/sharing">{t('title')}</TextLink>
      </p>
    </>
  );
}
