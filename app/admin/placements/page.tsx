import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlacementListView } from '#components/admin/placement-list-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { placementListInput } from '#lib/schemas/admin.ts';
import { listPlacements } from '#lib/server/admin/list-placements.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.placements');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function PlacementsPage({ searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const asked = placementListInput.safeParse(await searchParams);
  const filter = asked.success ? asked.data : placementListInput.parse({});
  return (
    <PageBody>
      <PlacementListView list={await load(listPlacements, actor, filter)} filter={filter} />
    </PageBody>
  );
}
