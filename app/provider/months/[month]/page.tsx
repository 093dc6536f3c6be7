import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { MonthGridPage } from '#components/month-grid/month-grid-page.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { saveDrafts } from '#lib/server/month/save-drafts.ts';
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
  const search = await searchParams;
  const asked = monthGridInput.safeParse({ ...search, month });
  const filter = asked.success ? asked.data : monthGridInput.parse({ month });
  const grid = await load(monthGrid, actor, filter);
  const attempt = await loadAttempt(actor, search['attempt'], saveDrafts.name);
  return (
    <ClientMessages features={['reporting', 'month-grid', 'upload']}>
      <MonthGridPage
        grid={grid}
        filter={filter}
        may={{ attest: holdsMandate(actor, attestReports.mandates), seeMoney: seesMoney(actor.role) }}
        personId={actor.personId}
        formKey={attempt?.idempotencyKey ?? newId()}
        attempt={attempt}
        saved={search['saved'] === undefined ? null : Number(search['saved'])}
      />
    </ClientMessages>
  );
}
