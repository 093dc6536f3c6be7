import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { LogView } from '#components/reporting/log-view.tsx';
import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { changeEntry } from '#lib/server/activity-entry/change-entry.ts';
import { copyWeek } from '#lib/server/activity-entry/copy-week.ts';
import { removeEntry } from '#lib/server/activity-entry/remove-entry.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';
import { changingOf, doneOf, type Search } from './log-search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.log');
  return { title: t('pageTitle') };
}

type Props = { searchParams: Promise<Search> };

/** A coach's own participants first; the office's for those who stand in. */
export default async function LogPage({ searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const search = await searchParams;
  const week = parsePlainDate(search['week']) ?? today();
  const { participant, q, page, attempt } = search;
  const office = search['view'] === 'office' || actor.role !== 'coach' || participant !== undefined;
  const asked = weekLogInput.safeParse({
    weekFrom: week,
    mine: office ? '' : '1',
    q,
    page,
    placementId: participant,
  });
  const input = asked.success ? asked.data : weekLogInput.parse({ weekFrom: week, mine: office ? '' : '1' });
  const log = await load(weekLog, actor, input);
  return (
    <PageBody>
      <LogView
        log={log}
        filter={{ week: log.weekFrom, office, q: input.q, page: input.page }}
        mayLog={holdsMandate(actor, addEntries.mandates)}
        state={{
          changing: changingOf(search),
          placementId: input.placementId ?? null,
          keys: { add: newId(), change: newId(), copy: newId() },
          attempts: {
            add: await loadAttempt(actor, attempt, addEntries.name),
            change:
              (await loadAttempt(actor, attempt, changeEntry.name)) ??
              (await loadAttempt(actor, attempt, removeEntry.name)),
            copy: await loadAttempt(actor, attempt, copyWeek.name),
          },
          done: doneOf(search),
        }}
      />
    </PageBody>
  );
}
