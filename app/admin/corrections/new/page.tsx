import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { DeclareForm } from '#components/placement-correction/declare-form.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { correctionForm } from '#lib/server/placement-correction/correction-form.ts';
import { declareCorrection } from '#lib/server/placement-correction/declare-correction.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('placement-correction.form');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function NewCorrectionPage({ searchParams }: Props) {
  const actor = await requireActor('agreementAdmin');
  const { attempt } = await searchParams;
  const { agreements } = await load(correctionForm, actor, null);
  return (
    <PageBody>
      <DeclareForm
        agreements={agreements}
        attempt={await loadAttempt(actor, attempt, declareCorrection.name)}
        formKey={newId()}
        today={today()}
      />
    </PageBody>
  );
}
