import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CasesView } from '#components/agreement/cases-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import {
  addGoldenCases,
  confirmGoldenCase,
  copyGoldenCases,
  removeGoldenCase,
} from '#lib/server/agreement/golden-case-commands.ts';
import { saveGoldenCase } from '#lib/server/agreement/save-golden-case.ts';
import { showAgreementDraft } from '#lib/server/agreement/show-agreement-draft.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.cases');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function GoldenCasesPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const path = draftIdInput.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const draft = await load(showAgreementDraft, actor, path.data);
  const kept = async ({ name }: { readonly name: string }) =>
    await loadAttempt(actor, search['attempt'], name);
  const [save, add, ...others] = await Promise.all(
    [saveGoldenCase, addGoldenCases, confirmGoldenCase, copyGoldenCases, removeGoldenCase].map(kept),
  );
  const any = [save, add, ...others].find((attempt) => attempt != null) ?? null;
  return (
    <PageBody>
      <CasesView
        id={draft.id}
        name={draft.name}
        follows={draft.replaces !== null}
        goldenCases={draft.goldenCases}
        outputHashes={draft.outputHashes}
        readiness={draft.readiness}
        version={draft.life.version}
        mayEdit={draft.rights.mayEdit}
        attempts={{ any, save: save ?? null, add: add ?? null }}
        newKey={newId}
      />
    </PageBody>
  );
}
