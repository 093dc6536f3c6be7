import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SentListPage } from '#components/participant/document/sent-list.tsx';
import { sentListInput } from '#lib/schemas/own-document.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listSent } from '#lib/server/participant/list-sent.ts';
import type { Search } from '../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-documents');
  return { title: t('title') };
}

export default async function OwnDocumentsPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const asked = sentListInput.parse(await searchParams);
  return <SentListPage list={await load(listSent, actor, asked)} kind={asked.kind} />;
}
