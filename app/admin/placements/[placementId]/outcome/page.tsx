import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { EvidencePart } from '#components/evidence/review-evidence-part.tsx';
import { OutcomeDeskView } from '#components/outcome/outcome-desk-view.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { typedOutcomeInput } from '#lib/schemas/outcome.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { reviewEvidence } from '#lib/server/evidence/show-evidence.ts';
import { decodeForm } from '#lib/server/http/form-data.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { correctOutcome } from '#lib/server/outcome/correct-outcome.ts';
import { outcomeDesk } from '#lib/server/outcome/outcome-desk.ts';
import { registerOutcome } from '#lib/server/outcome/register-outcome.ts';
import { withdrawOutcome } from '#lib/server/outcome/withdraw-outcome.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome.desk');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE = ['registered', 'corrected', 'withdrawn'] as const;

export default async function OutcomePage({ params, searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const { attempt: attemptId, done } = await searchParams;
  const attempt =
    (await loadAttempt(actor, attemptId, registerOutcome.name)) ??
    (await loadAttempt(actor, attemptId, correctOutcome.name));
  const typed =
    attempt === null ? null : typedOutcomeInput.safeParse(decodeForm(typedOutcomeInput, attempt.values));
  const t = await getTranslations('evidence.items');
  const desk = await load(outcomeDesk, actor, { placementId, typed: typed?.data ?? null });
  const outcomeId = desk.current?.id;
  return (
    <PageBody>
      <OutcomeDeskView
        desk={desk}
        attempt={attempt}
        withdrawAttempt={await loadAttempt(actor, attemptId, withdrawOutcome.name)}
        keys={{ save: newId(), withdraw: newId() }}
        done={DONE.find((one) => one === done) ?? null}
      />
      {outcomeId !== undefined && (
        <PageSection title={t('title')}>
          <EvidencePart page={await load(reviewEvidence, actor, { outcomeId })} />
        </PageSection>
      )}
    </PageBody>
  );
}
