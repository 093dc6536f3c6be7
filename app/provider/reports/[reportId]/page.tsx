import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { VersionsView } from '#components/report-versions/versions-view.tsx';
import { shownReportInput } from '#lib/schemas/report-correction.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { saveCorrection } from '#lib/server/report/correction/save-correction.ts';
import { showReport } from '#lib/server/report/correction/show-report.ts';
import { askForReconsideration } from '#lib/server/review/reconsider-report.ts';
import { replyToRejection } from '#lib/server/review/reply-to-proposal.ts';
import { withdrawCorrection } from '#lib/server/report/correction/withdraw-correction.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attest.versions');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE = ['attested', 'withdrawn', 'discarded', 'replied', 'asked'] as const;

export default async function ReportPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const asked = shownReportInput.safeParse(await params);
  if (!asked.success) notFound();
  const search = await searchParams;
  const history = await load(showReport, actor, asked.data);
  return (
    <PageBody>
      <VersionsView
        history={history}
        may={{
          correct: holdsMandate(actor, saveCorrection.mandates),
          sign: holdsMandate(actor, withdrawCorrection.mandates),
        }}
        keys={{ withdraw: newId() }}
        done={DONE.find((done) => done === search['done']) ?? null}
        refused={await loadAttempt(actor, search['attempt'], withdrawCorrection.name)}
        forms={{
          reply: {
            formKey: newId(),
            attempt: await loadAttempt(actor, search['attempt'], replyToRejection.name),
          },
          reconsider: {
            formKey: newId(),
            attempt: await loadAttempt(actor, search['attempt'], askForReconsideration.name),
          },
        }}
      />
    </PageBody>
  );
}
