import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ReportPageView } from '#components/reporting/report-page-view.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { monthRowInput } from '#lib/schemas/report.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { discardMonthDraft } from '#lib/server/month/discard-month-draft.ts';
import { monthPage } from '#lib/server/month/month-page.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { createPlan } from '#lib/server/plan/create-plan.ts';
import { withdrawReport } from '#lib/server/report/withdraw-report.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.report');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ month: string; placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE = ['saved', 'discarded', 'withdrawn'] as const;

export default async function ParticipantMonthPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const asked = monthRowInput.safeParse(await params);
  if (!asked.success) notFound();
  const search = await searchParams;
  const page = await load(monthPage, actor, asked.data);
  const attempt = await loadAttempt(actor, search['attempt'], saveMonthDraft.name);
  const refused =
    (await loadAttempt(actor, search['attempt'], withdrawReport.name)) ??
    (await loadAttempt(actor, search['attempt'], discardMonthDraft.name));
  return (
    <PageBody>
      <ReportPageView
        page={page}
        may={{
          plan: holdsMandate(actor, createPlan.mandates),
          withdraw: holdsMandate(actor, withdrawReport.mandates),
          seeMoney: seesMoney(actor.role),
        }}
        keys={{ save: newId(), discard: newId(), withdraw: newId() }}
        attempt={attempt}
        refused={refused}
        done={DONE.find((what) => search[what] !== undefined) ?? null}
      />
    </PageBody>
  );
}
