import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { LogView } from '#components/reporting/log-view.tsx';
import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { changeEntry } from '#lib/server/activity-entry/change-entry.ts';
import { removeEntry } from '#lib/server/activity-entry/remove-entry.ts';
import { undoEntries } from '#lib/server/activity-entry/undo-entries.ts';
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
  const asked = parsePlainDate(search['week']);
  const { participant, q, page, attempt, pick } = search;
  const office = search['view'] === 'office' || actor.role !== 'coach' || participant !== undefined;
  const whose = { weekFrom: asked ?? today(), mine: office ? '' : '1' };
  const given = weekLogInput.safeParse({ ...whose, q, page, placementId: participant });
  const input = given.success ? given.data : weekLogInput.parse(whose);
  const log = await load(weekLog, actor, input);
  const done = doneOf(search);
  return (
    <PageBody>
      <LogView
        log={log}
        filter={{ week: log.weekFrom, office, q: input.q, page: input.page }}
        mayLog={holdsMandate(actor, addEntries.mandates)}
        state={{
          changing: changingOf(search),
          placementId: input.placementId ?? null,
          pick: typeof pick === 'string' ? pick : null,
          day: done?.what === 'added' ? asked : null,
          keepUnder: actor.membershipId,
          keys: { add: newId(), change: newId(), undo: newId() },
          attempts: {
            add: await loadAttempt(actor, attempt, addEntries.name),
            change:
              (await loadAttempt(actor, attempt, changeEntry.name)) ??
              (await loadAttempt(actor, attempt, removeEntry.name)),
            undo: await loadAttempt(actor, attempt, undoEntries.name),
          },
          done,
        }}
      />
    </PageBody>
  );
}
