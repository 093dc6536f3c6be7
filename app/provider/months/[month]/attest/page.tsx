import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ExpectedPayDayText } from '#components/payment/expected-pay-day-text.tsx';
import { AttestView } from '#components/reporting/attest-view.tsx';
import { attestPreviewInput, MOST_ATTESTED, MOST_KEPT } from '#lib/schemas/report.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { expectedDay } from '#lib/server/payment/expected-day.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { attestPath } from '#lib/server/report/provider-paths.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attest.page');
  return { title: t('here') };
}

type Props = {
  params: Promise<{ month: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function AttestPage({ params, searchParams }: Props) {
  const actor = await requireActor('signatory');
  const { month } = await params;
  const { office, leave, tooMany, attempt: attemptId } = await searchParams;
  const asked = attestPreviewInput.safeParse({ month, office, leave });
  if (!asked.success) notFound();
  const preview = await load(attestPreview, actor, asked.data);
  const expected = await load(expectedDay, actor, { month: asked.data.month, sentOn: null });
  const attempt = await loadAttempt(actor, attemptId, attestReports.name);
  return (
    <PageBody>
      <AttestView
        preview={preview}
        here={attestPath(asked.data)}
        office={asked.data.office}
        most={{ attested: MOST_ATTESTED, kept: MOST_KEPT }}
        tooManyKept={tooMany !== undefined}
        formKey={newId()}
        attempt={attempt}
        payDay={<ExpectedPayDayText expected={expected} />}
      />
    </PageBody>
  );
}
