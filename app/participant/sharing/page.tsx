import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SharingView } from '#components/participant/sharing-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { setSharing } from '#lib/server/final-report/set-sharing.ts';
import { showSharing } from '#lib/server/final-report/show-sharing.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import type { Search } from '../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-documents.sharing');
  return { title: t('title') };
}

export default async function SharingPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const { done, attempt } = await searchParams;
  const { switches } = await load(showSharing, actor, {});
  return (
    <SharingView
      switches={switches}
      done={done === 'given' || done === 'taken' ? done : null}
      attempt={await loadAttempt(actor, attempt, setSharing.name)}
      formKeyOf={() => newId()}
    />
  );
}
