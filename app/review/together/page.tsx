import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { TogetherView } from '#components/review/together-view.tsx';
import { MOST_TOGETHER, queueWayOf, WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { approveReports } from '#lib/server/review/approve-reports.ts';
import { previewTogether } from '#lib/server/review/bench/preview-together.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-bench.together');
  return { title: t('title') };
}

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { searchParams: Promise<Search> };

function chosenIn({ report }: Search): readonly string[] {
  const named = typeof report === 'string' ? [report] : (report ?? []);
  return named.filter((id) => z.uuid().safeParse(id).success).slice(0, MOST_TOGETHER);
}

function addressOf(search: Search): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (name === 'attempt' || value === undefined) continue;
    for (const one of typeof value === 'string' ? [value] : value) kept.append(name, one);
  }
  return `/review/together?${kept.toString()}`;
}

export default async function TogetherPage({ searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const search = await searchParams;
  const filter = queueWayOf(search)?.filter ?? WHOLE_QUEUE;
  const asked = search['all'] === undefined ? { chosen: chosenIn(search) } : { filter };
  return (
    <PageBody>
      <TogetherView
        together={await load(previewTogether, actor, asked)}
        filter={filter}
        back={addressOf(search)}
        formKey={newId()}
        attempt={await loadAttempt(actor, search['attempt'], approveReports.name)}
      />
    </PageBody>
  );
}
