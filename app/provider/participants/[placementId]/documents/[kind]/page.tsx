import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DOCUMENT_PARTS } from '../../../../../_documents/document-kinds.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { loadAttempt } from '#lib/server/http/page.ts';

export { documentMetadata as generateMetadata } from '../../../../../_documents/document-pages.tsx';

type Props = {
  params: Promise<{ placementId: string; kind: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const id = z.uuid();

export default async function DocumentFormPage({ params, searchParams }: Props) {
  const { placementId, kind: asked } = await params;
  const kind = DOCUMENT_KINDS.find((one) => one === asked);
  const parts = kind === undefined ? undefined : DOCUMENT_PARTS[kind];
  if (parts === undefined || !id.safeParse(placementId).success) notFound();
  const actor = await requireActor(...parts.submitters);
  const { attempt: attemptId, draft, replaces, done } = await searchParams;
  const attempt = await loadAttempt(actor, attemptId, 'document.submit');
  return (
    <PageBody>
      {
        await parts.form({
          actor,
          placementId,
          replacesId: id.safeParse(replaces).data ?? null,
          draftId: id.safeParse(draft).data ?? null,
          attempt,
          justSaved: done === 'saved',
        })
      }
    </PageBody>
  );
}
