import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CorrectionForm } from '#components/reporting/correction-form.tsx';
import { currentVersion } from '#lib/domain/report/report-history.ts';
import { shownReportInput } from '#lib/schemas/report-correction.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { monthPage } from '#lib/server/month/month-page.ts';
import { discardCorrection } from '#lib/server/report/correction/discard-correction.ts';
import { saveCorrection } from '#lib/server/report/correction/save-correction.ts';
import { showReport } from '#lib/server/report/correction/show-report.ts';
import { reportPath } from '#lib/server/report/provider-paths.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attest.correct');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function CorrectPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const asked = shownReportInput.safeParse(await params);
  if (!asked.success) notFound();
  const { reportId } = asked.data;
  const history = await load(showReport, actor, { reportId });
  const current = currentVersion(history);
  // Only the version that counts is corrected, and its page says why where it cannot be.
  if (current?.id !== reportId || history.way === null) redirect(reportPath(reportId));
  if (history.corrections.some(({ status }) => status === 'submitted')) redirect(reportPath(reportId));
  const draft = history.corrections.find(({ status }) => status === 'draft') ?? null;
  const { month, placementId } = history;
  const page = await load(monthPage, actor, { month, placementId });
  const content = draft?.content ?? current.content;
  const { attempt } = await searchParams;
  return (
    <PageBody>
      <CorrectionForm
        reportId={reportId}
        history={history}
        page={{ ...page, row: { ...page.row, content } }}
        draft={draft}
        keys={{ save: newId(), discard: newId() }}
        attempt={
          (await loadAttempt(actor, attempt, saveCorrection.name)) ??
          (await loadAttempt(actor, attempt, discardCorrection.name))
        }
      />
    </PageBody>
  );
}
