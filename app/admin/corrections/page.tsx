import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CorrectionListView } from '#components/placement-correction/correction-list-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load } from '#lib/server/http/page.ts';
import { correctionList } from '#lib/server/placement-correction/correction-list.ts';
import { declareCorrection } from '#lib/server/placement-correction/declare-correction.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('placement-correction.list');
  return { title: t('title') };
}

export default async function CorrectionsPage() {
  const actor = await requireActor('agreementAdmin', 'auditor');
  return (
    <PageBody>
      <CorrectionListView
        corrections={await load(correctionList, actor, null)}
        mayDeclare={holdsMandate(actor, declareCorrection.mandates)}
      />
    </PageBody>
  );
}
