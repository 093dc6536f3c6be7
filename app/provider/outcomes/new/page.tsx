import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { OutcomeReportView } from '#components/outcome/outcome-report-view.tsx';
import { typedReportInput } from '#lib/schemas/outcome.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { decodeForm } from '#lib/server/http/form-data.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { saveOutcomeDraft } from '#lib/server/outcome/outcome-draft.ts';
import { outcomeReportForm } from '#lib/server/outcome/outcome-report-form.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';
import { OUTCOME_REPORTERS } from '#lib/server/outcome/reporting.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome.report');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const asked = z.object({ placement: z.uuid(), replaces: z.uuid().nullable().default(null) });

export default async function OutcomeReportPage({ searchParams }: Props) {
  const actor = await requireActor(...OUTCOME_REPORTERS);
  const search = await searchParams;
  const which = asked.safeParse(search);
  if (!which.success) notFound();
  const { placement: placementId, replaces: replacesId } = which.data;
  const attempt =
    (await loadAttempt(actor, search['attempt'], reportOutcome.name)) ??
    (await loadAttempt(actor, search['attempt'], saveOutcomeDraft.name));
  const typed =
    attempt === null ? null : typedReportInput.safeParse(decodeForm(typedReportInput, attempt.values));
  return (
    <PageBody>
      <OutcomeReportView
        form={await load(outcomeReportForm, actor, { placementId, replacesId, typed: typed?.data ?? null })}
        replacesId={replacesId}
        attempt={attempt}
        formKey={newId()}
        saved={search['saved'] !== undefined}
      />
    </PageBody>
  );
}
