import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportList } from '#components/participant/report-list.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listOwnReports, REPORTS_PER_PAGE } from '#lib/server/participant/list-own-reports.ts';
import type { Search } from '../search.ts';
import { supportPhone } from '../support-phone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.reports');
  return { title: t('title') };
}

export default async function OwnReportsPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const search = await searchParams;
  const asked = Number(search['page']);
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1;
  const reports = await load(listOwnReports, actor, { page });
  const pages = Math.max(page, Math.ceil(reports.total / REPORTS_PER_PAGE));
  const phone = await supportPhone();
  return <ReportList reports={reports} page={page} pages={pages} canCall={phone !== null} />;
}
