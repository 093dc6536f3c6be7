import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { MonthBar } from '#components/reporting/month-bar.tsx';
import { MonthView } from '#components/reporting/month-view.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { monthOverviewInput } from '#lib/schemas/report.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load } from '#lib/server/http/page.ts';
import { monthOverview } from '#lib/server/month/month-overview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { parseMonth } from '#lib/shared/month.ts';

type Props = {
  params: Promise<{ month: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const month = parseMonth((await params).month);
  return month === null ? {} : { title: formatMonth(month, await getLocale()) };
}

export default async function MonthPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const { month } = await params;
  if (parseMonth(month) === null) notFound();
  const asked = monthOverviewInput.safeParse({ ...(await searchParams), month });
  const filter = asked.success ? asked.data : monthOverviewInput.parse({ month });
  const overview = await load(monthOverview, actor, filter);
  const may = { attest: holdsMandate(actor, attestReports.mandates), seeMoney: seesMoney(actor.role) };
  return (
    <>
      <PageBody>
        <MonthView overview={overview} filter={filter} seesMoney={may.seeMoney} />
      </PageBody>
      <MonthBar overview={overview} filter={filter} may={may} />
    </>
  );
}
