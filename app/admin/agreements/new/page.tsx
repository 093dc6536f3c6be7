import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StartView } from '#components/agreement/start-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { agreementsOverview } from '#lib/server/agreement/agreements-overview.ts';
import { createAgreementDraft } from '#lib/server/agreement/create-agreement-draft.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.start');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function NewAgreementPage({ searchParams }: Props) {
  const actor = await requireActor('agreementAdmin');
  const { from, attempt: attemptId } = await searchParams;
  const { agreements } = await load(agreementsOverview, actor, {});
  const attempt = await loadAttempt(actor, attemptId, createAgreementDraft.name);
  return (
    <PageBody>
      <StartView
        versions={agreements}
        from={typeof from === 'string' ? from : ''}
        attempt={attempt}
        formKey={attempt?.idempotencyKey ?? newId()}
      />
    </PageBody>
  );
}
