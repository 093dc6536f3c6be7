import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { PresentationList } from '#components/choice/presentation/presentation-list.tsx';
import { listPresentations } from '#lib/server/administration/presentation-queries.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration.presentation');
  return { title: t('title') };
}

export default async function PresentationsPage() {
  const actor = await requireActor('providerAdmin');
  return (
    <PageBody>
      <PresentationList offices={await load(listPresentations, actor, {})} />
    </PageBody>
  );
}
