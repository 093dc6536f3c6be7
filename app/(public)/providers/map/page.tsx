import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MapPage } from '#components/choice/search/map-page.tsx';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { listAreasOnMap } from '#lib/server/provider-search/list-public-providers.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('provider-search.map');
  return { title: t('title'), robots: { index: true, follow: true } };
}

export default async function ProvidersMapPage() {
  return <MapPage areas={await listAreasOnMap(database(), today())} />;
}
