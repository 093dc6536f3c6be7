import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TermsEditView } from '#components/agreement/terms-edit-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import { saveTermsDraft } from '#lib/server/agreement/save-terms-draft.ts';
import { showTermsDraft } from '#lib/server/agreement/show-terms-draft.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement.terms');
  return { title: t('editTitle') };
}

type Props = {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function EditTermsPage({ params, searchParams }: Props) {
  const actor = await requireActor('agreementAdmin', 'auditor');
  const path = draftIdInput.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const { id, validFrom, document, faults, life, rights } = await load(showTermsDraft, actor, path.data);
  const attempt = await loadAttempt(actor, search['attempt'], saveTermsDraft.name);
  return (
    <PageBody>
      <TermsEditView
        id={id}
        validFrom={validFrom}
        document={document}
        faults={faults}
        version={life.version}
        mayEdit={rights.mayEdit}
        isSaved={search['saved'] === '1'}
        attempt={attempt}
        formKey={newId()}
      />
    </PageBody>
  );
}
