import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { EVIDENCE_DONE, EvidenceView } from '#components/evidence/evidence-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { ADD_EVIDENCE } from '#lib/server/evidence/add-evidence.ts';
import { askEmployer, resendConfirmation } from '#lib/server/evidence/ask-employer.ts';
import { revokeConfirmation } from '#lib/server/evidence/revoke-confirmation.ts';
import { EVIDENCE_GIVERS, showEvidence } from '#lib/server/evidence/show-evidence.ts';
import { withdrawEvidence } from '#lib/server/evidence/withdraw-evidence.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('evidence');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ outcomeId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function EvidenceOfOutcomePage({ params, searchParams }: Props) {
  const actor = await requireActor(...EVIDENCE_GIVERS);
  const { outcomeId } = await params;
  if (!z.uuid().safeParse(outcomeId).success) notFound();
  const { attempt, done } = await searchParams;
  const kept = (command: string) => loadAttempt(actor, attempt, command);
  const others = [withdrawEvidence, revokeConfirmation, resendConfirmation];
  const other = await Promise.all(others.map(({ name }) => kept(name)));
  return (
    <PageBody>
      <EvidenceView
        page={await load(showEvidence, actor, { outcomeId })}
        attempts={{
          upload: await kept(ADD_EVIDENCE),
          ask: await kept(askEmployer.name),
          other: other.find((one) => one !== null) ?? null,
        }}
        keyOf={newId}
        done={EVIDENCE_DONE.find((one) => one === done) ?? null}
      />
    </PageBody>
  );
}
