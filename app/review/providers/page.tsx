import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ProviderListView } from '#components/insight/provider-list-view.tsx';
import { providerFiguresInput } from '#lib/schemas/insight.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listProviders } from '#lib/server/insight/provider-list.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-insight.providers');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ProvidersPage({ searchParams }: Props) {
  const actor = await requireActor('reviewer', 'auditor');
  const asked = providerFiguresInput.parse(await searchParams);
  return (
    <PageBody>
      <ProviderListView list={await load(listProviders, actor, asked)} asked={asked} />
    </PageBody>
  );
}
