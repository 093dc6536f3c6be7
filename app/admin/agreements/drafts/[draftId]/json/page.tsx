import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { JsonView } from '#components/agreement/json-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import { saveAgreementDocument } from '#lib/server/agreement/save-agreement-document.ts';
import { showAgreementDraft } from '#lib/server/agreement/show-agreement-draft.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.json');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function AgreementJsonPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const path = draftIdInput.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const { id, name, document, readiness, life, rights } = await load(showAgreementDraft, actor, path.data);
  const attempt = await loadAttempt(actor, search['attempt'], saveAgreementDocument.name);
  return (
    <PageBody>
      <JsonView
        id={id}
        name={name}
        document={document}
        faults={readiness.faults}
        version={life.version}
        mayEdit={rights.mayEdit}
        isSaved={search['saved'] === '1'}
        attempt={attempt}
        newKey={newId}
      />
    </PageBody>
  );
}
