import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CopyWeekView } from '#components/reporting/copy-week-view.tsx';
import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { copyWeek } from '#lib/server/activity-entry/copy-week.ts';
import { previewCopy } from '#lib/server/activity-entry/preview-copy.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';
import type { Search } from '../log-search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log.copy');
  return { title: t('pageTitle') };
}

type Props = { searchParams: Promise<Search> };

/** Last week's log of those who are shown, before it is copied. */
export default async function CopyWeekPage({ searchParams }: Props) {
  const actor = await requireActor('coach');
  const search = await searchParams;
  const office = search['view'] === 'office';
  const weekFrom = parsePlainDate(search['week']) ?? today();
  const mine = office ? '' : '1';
  const given = weekLogInput.safeParse({ weekFrom, mine, q: search['q'] });
  const input = given.success ? given.data : weekLogInput.parse({ weekFrom, mine });
  const copy = await load(previewCopy, actor, input);
  return (
    <PageBody>
      <CopyWeekView
        copy={copy}
        filter={{ week: copy.weekFrom, office, q: input.q, page: 1 }}
        formKey={newId()}
        attempt={await loadAttempt(actor, search['attempt'], copyWeek.name)}
      />
    </PageBody>
  );
}
