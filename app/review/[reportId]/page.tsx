import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { CaseKeys } from '#components/review/case-bar.tsx';
import { ReportView } from '#components/review/report-view.tsx';
import { OpenProtectedLink } from '#components/protected-identity/open-protected-link.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { mayOpenProtected } from '#lib/server/protected-identity/show-protected.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { reopenDecidedReport } from '#lib/server/review/reopen-report.ts';
import { reviewReport } from '#lib/server/review/review-report.ts';
import { CasePart } from '../_bench/case-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('report.title') };
}

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ReviewReportPage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const { reportId } = await params;
  if (!z.uuid().safeParse(reportId).success) notFound();
  const search = await searchParams;
  const { attempt: attemptId } = search;
  const report = await load(reviewReport, actor, { reportId });
  const { mayOpen } = await load(mayOpenProtected, actor, report);
  const attempt = await loadAttempt(actor, attemptId, decideOnReport.name);
  const reopenAttempt = await loadAttempt(actor, attemptId, reopenDecidedReport.name);
  return (
    <PageBody>
      <CasePart
        actor={actor}
        of={{ kind: 'periodicReport', id: reportId }}
        search={search}
        attempt={attempt}
      />
      {mayOpen && <OpenProtectedLink participantId={report.participantId} />}
      <ReportView
        report={report}
        attempt={attempt}
        reopenAttempt={reopenAttempt}
        personId={actor.personId}
        formKey={newId()}
      />
      <CaseKeys />
    </PageBody>
  );
}
