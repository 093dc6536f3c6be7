import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportPage } from '#components/participant/report-page.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showOwnReport } from '#lib/server/participant/show-own-report.ts';
import { supportPhone } from '../../support-phone.ts';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participant.reports');
  return { title: t('title') };
}

export default async function OwnReportPage({ params }: Props) {
  const actor = await requireActor('participant');
  const { reportId } = await params;
  const report = await load(showOwnReport, actor, { reportId });
  const phone = await supportPhone();
  return <ReportPage report={report} canCall={phone !== null} />;
}
