import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CorrectionCheck } from '#components/report-versions/correction-check.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { shownReportInput } from '#lib/schemas/report-correction.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { attestCorrection } from '#lib/server/report/correction/attest-correction.ts';
import { previewCorrection } from '#lib/server/report/correction/preview-correction.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attest.check');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function AttestCorrectionPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const asked = shownReportInput.safeParse(await params);
  if (!asked.success) notFound();
  const preview = await load(previewCorrection, actor, asked.data);
  return (
    <PageBody>
      <CorrectionCheck
        preview={preview}
        may={{
          sign: holdsMandate(actor, attestCorrection.mandates),
          seeMoney: seesMoney(actor.role),
        }}
        formKey={newId()}
        attempt={await loadAttempt(actor, (await searchParams)['attempt'], attestCorrection.name)}
      />
    </PageBody>
  );
}
