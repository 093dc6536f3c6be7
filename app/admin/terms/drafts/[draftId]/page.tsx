import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TermsDraftView } from '#components/agreement/terms-draft-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import { publishTermsVersion } from '#lib/server/agreement/publish-terms-version.ts';
import { showTermsDraft } from '#lib/server/agreement/show-terms-draft.ts';
import {
  discardTermsDraft,
  returnTermsDraft,
  submitTermsDraft,
} from '#lib/server/agreement/terms-draft-commands.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.terms');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const COMMANDS = [submitTermsDraft, publishTermsVersion, returnTermsDraft, discardTermsDraft];

export default async function TermsDraftPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const path = draftIdInput.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const { faults, ...draft } = await load(showTermsDraft, actor, path.data);
  const attempts = await Promise.all(
    COMMANDS.map(async ({ name }) => await loadAttempt(actor, search['attempt'], name)),
  );
  return (
    <PageBody>
      <TermsDraftView
        {...draft}
        faults={faults.length}
        attempt={attempts.find((attempt) => attempt !== null) ?? null}
        newKey={newId}
      />
    </PageBody>
  );
}
