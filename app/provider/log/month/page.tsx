import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { LogMonthView } from '#components/reporting/log-month-view.tsx';
import { monthLogInput } from '#lib/schemas/activity-entry.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { monthLog } from '#lib/server/activity-entry/month-log.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load } from '#lib/server/http/page.ts';
import { monthOf, parseMonth } from '#lib/shared/month.ts';
import type { Search } from '../log-search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log.month');
  return { title: t('pageTitle') };
}

type Props = { searchParams: Promise<Search> };

/** The month that goes on, unless another is asked for. */
export default async function LogMonthPage({ searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const search = await searchParams;
  const { participant, q, page } = search;
  const office = search['view'] === 'office' || actor.role !== 'coach';
  const mine = office || participant !== undefined ? '' : '1';
  const month = parseMonth(search['month']) ?? monthOf(today());
  const given = monthLogInput.safeParse({ month, mine, q, page, placementId: participant });
  const input = given.success ? given.data : monthLogInput.parse({ month, mine });
  const log = await load(monthLog, actor, input);
  return (
    <PageBody>
      <LogMonthView
        log={log}
        filter={{ month, office, q: input.q, page: input.page, participant: input.placementId ?? null }}
        mayLog={holdsMandate(actor, addEntries.mandates)}
      />
    </PageBody>
  );
}
