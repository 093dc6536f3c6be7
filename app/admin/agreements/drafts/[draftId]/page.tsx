import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DraftView } from '#components/agreement/draft-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import {
  discardAgreementDraft,
  returnAgreementDraft,
} from '#lib/server/agreement/agreement-draft-commands.ts';
import { publishAgreementVersion } from '#lib/server/agreement/publish-agreement-version.ts';
import { showAgreementDraft } from '#lib/server/agreement/show-agreement-draft.ts';
import { submitAgreementDraft } from '#lib/server/agreement/submit-agreement-draft.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.draft');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const COMMANDS = [submitAgreementDraft, publishAgreementVersion, returnAgreementDraft, discardAgreementDraft];

export default async function AgreementDraftPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const path = draftIdInput.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const draft = await load(showAgreementDraft, actor, path.data);
  const attempts = await Promise.all(
    COMMANDS.map(async ({ name }) => await loadAttempt(actor, search['attempt'], name)),
  );
  return (
    <PageBody>
      <DraftView {...draft} attempt={attempts.find((attempt) => attempt !== null) ?? null} newKey={newId} />
    </PageBody>
  );
}
