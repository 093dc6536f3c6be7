import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { CaseKeys } from '#components/review/case-bar.tsx';
import { ReviewedCorrectionView } from '#components/report-versions/reviewed-correction-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { decideReportCorrection } from '#lib/server/report/correction/decide-correction.ts';
import { reviewCorrection } from '#lib/server/report/correction/review-correction.ts';
import { CasePart } from '../../_bench/case-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attest.review');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ correctionId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ReviewCorrectionPage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const { correctionId } = await params;
  if (!z.uuid().safeParse(correctionId).success) notFound();
  const correction = await load(reviewCorrection, actor, { correctionId });
  const search = await searchParams;
  const attempt = await loadAttempt(actor, search['attempt'], decideReportCorrection.name);
  return (
    <PageBody>
      <CasePart
        actor={actor}
        of={{ kind: 'correction', id: correctionId }}
        search={search}
        attempt={attempt}
      />
      <ReviewedCorrectionView correction={correction} formKey={newId()} attempt={attempt} />
      <CaseKeys />
    </PageBody>
  );
}
