import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicProviderList } from '#components/choice/public-provider-list.tsx';
import { publicProvidersQuery } from '#lib/schemas/choice.ts';
import { listPublicProviders } from '#lib/server/choice/public-providers.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('provider-search.list');
  return { title: t('title'), robots: { index: true, follow: true } };
}

export default async function ProvidersPage({ searchParams }: Props) {
  const query = publicProvidersQuery.parse(await searchParams);
  const providers = await listPublicProviders(database(), query, today());
  return <PublicProviderList providers={providers} q={query.q} area={query.area} />;
}
