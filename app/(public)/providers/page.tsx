import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProviderList } from '#components/choice/search/provider-list.tsx';
import { searchAddress } from '#components/choice/search/search-address.ts';
import { typedPlace } from '#lib/domain/provider-search/typed-place.ts';
import { providerSearchQuery } from '#lib/schemas/provider-search.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { listPublicProviders, readSearchChoices } from '#lib/server/provider-search/list-public-providers.ts';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('provider-search.list');
  return { title: t('title'), robots: { index: true, follow: true } };
}

export default async function ProvidersPage({ searchParams }: Props) {
  const query = providerSearchQuery.parse(await searchParams);
  const place = typedPlace(query.near);
  const [providers, choices] = await Promise.all([
    listPublicProviders(database(), { ...query, near: place?.found ?? null }, today()),
    readSearchChoices(database(), today()),
  ]);
  if (providers.page > providers.pages) redirect(searchAddress('/providers', query, providers.pages));
  return <ProviderList providers={providers} choices={choices} query={query} place={place} />;
}
