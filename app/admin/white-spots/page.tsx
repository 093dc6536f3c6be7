import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WhiteSpotsView } from '#components/admin/white-spots-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { whiteSpotQuery } from '#lib/schemas/white-spot.ts';
import { listWhiteSpots } from '#lib/server/admin/list-white-spots.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assignment.whiteSpots');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function WhiteSpotsPage({ searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const query = whiteSpotQuery.parse(await searchParams);
  return (
    <PageBody>
      <WhiteSpotsView list={await load(listWhiteSpots, actor, query)} area={query.area} />
    </PageBody>
  );
}
