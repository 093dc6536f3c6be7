import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { ProviderOutcomeView } from '#components/outcome/provider-outcome-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { showOutcome } from '#lib/server/outcome/show-outcome.ts';
import { takeBackOutcome } from '#lib/server/outcome/take-back-outcome.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome.report');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ outcomeId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE = ['reported', 'takenBack'] as const;

export default async function ProviderOutcomePage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory', 'providerAdmin');
  const { outcomeId } = await params;
  if (!z.uuid().safeParse(outcomeId).success) notFound();
  const { attempt, done } = await searchParams;
  return (
    <PageBody>
      <ProviderOutcomeView
        page={await load(showOutcome, actor, { outcomeId })}
        attempt={await loadAttempt(actor, attempt, takeBackOutcome.name)}
        formKey={newId()}
        done={DONE.find((one) => one === done) ?? null}
      />
    </PageBody>
  );
}
