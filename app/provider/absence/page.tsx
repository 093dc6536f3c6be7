import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { AbsencePickView } from '#components/deviation-report/absence-pick-view.tsx';
import { TogetherDone } from '#components/deviation-report/together-done.tsx';
import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deviation-report.pick');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Whose absence it is: a coach's own participants first. */
export default async function AbsencePage({ searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const { q, page, view, sent, left } = await searchParams;
  const office = view === 'office' || actor.role !== 'coach';
  const whose = { weekFrom: today(), mine: office ? '' : '1' };
  const given = weekLogInput.safeParse({ ...whose, q, page });
  const input = given.success ? given.data : weekLogInput.parse(whose);
  return (
    <PageBody>
      <TogetherDone sent={Number(sent)} left={Number(left)} />
      <AbsencePickView log={await load(weekLog, actor, input)} q={input.q} office={office} />
    </PageBody>
  );
}
