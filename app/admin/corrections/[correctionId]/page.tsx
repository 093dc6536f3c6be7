import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CorrectionView } from '#components/placement-correction/correction-view.tsx';
import { correctionPageInput } from '#lib/schemas/placement-correction.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { decideCorrection } from '#lib/server/placement-correction/decide-correction.ts';
import { recalculateCorrection } from '#lib/server/placement-correction/recalculate-correction.ts';
import { showCorrection } from '#lib/server/placement-correction/show-correction.ts';
import { submitCorrection } from '#lib/server/placement-correction/submit-correction.ts';
import { withdrawCorrection } from '#lib/server/placement-correction/withdraw-correction.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('placement-correction.show');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ correctionId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const COMMANDS = [decideCorrection, submitCorrection, withdrawCorrection, recalculateCorrection] as const;

export default async function CorrectionShowPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const { page, attempt: attemptId, done } = await searchParams;
  const asked = correctionPageInput.safeParse({ ...(await params), page });
  if (!asked.success) notFound();
  const attempts = await Promise.all(COMMANDS.map(({ name }) => loadAttempt(actor, attemptId, name)));
  return (
    <PageBody>
      <CorrectionView
        page={await load(showCorrection, actor, asked.data)}
        attempt={attempts.find((attempt) => attempt !== null) ?? null}
        formKey={newId()}
        mayAct={holdsMandate(actor, decideCorrection.mandates)}
        done={typeof done === 'string' ? done : null}
      />
    </PageBody>
  );
}
