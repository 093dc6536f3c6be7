import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { AreasView } from '#components/review/areas-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { chooseAreas, showAreas } from '#lib/server/review/bench/reviewer-areas.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-bench.areas');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ReviewerAreasPage({ searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], chooseAreas.name);
  return (
    <PageBody>
      <AreasView areas={await load(showAreas, actor, {})} attempt={attempt} formKey={newId()} />
    </PageBody>
  );
}
