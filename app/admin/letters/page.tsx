import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LetterListView } from '#components/admin/letter-list-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { letterListInput } from '#lib/schemas/assistance.ts';
import { listLetters } from '#lib/server/assistance/list-letters.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assisted.letters');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function LettersPage({ searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const filter = letterListInput.parse(await searchParams);
  return (
    <PageBody>
      <LetterListView list={await load(listLetters, actor, filter)} filter={filter} />
    </PageBody>
  );
}
