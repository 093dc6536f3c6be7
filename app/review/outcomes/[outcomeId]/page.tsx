import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { ReviewedOutcomeView } from '#components/outcome/reviewed-outcome-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome.review');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ outcomeId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ReviewOutcomePage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer');
  const { outcomeId } = await params;
  if (!z.uuid().safeParse(outcomeId).success) notFound();
  const search = await searchParams;
  return (
    <PageBody>
      <ReviewedOutcomeView
        page={await load(reviewOutcome, actor, { outcomeId })}
        attempt={await loadAttempt(actor, search['attempt'], decideOnOutcome.name)}
        formKey={newId()}
        decided={search['done'] !== undefined}
      />
    </PageBody>
  );
}
