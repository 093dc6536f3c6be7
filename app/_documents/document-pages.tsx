import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { CasePart } from '../review/_bench/case-part.tsx';
import { DOCUMENT_PARTS } from './document-kinds.tsx';
import { DocumentQueueView } from '#components/document/document-queue-view.tsx';
import { DOCUMENT_DONE } from '#components/document/document-page-view.tsx';
import { CaseKeys } from '#components/review/case-bar.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import type { Role } from '#lib/domain/actor/role.ts';
import { documentQueueInput } from '#lib/schemas/document.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { documentQueue } from '#lib/server/document/document-queue.ts';
import { findDocumentKind } from '#lib/server/document/find-document-kind.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type DocumentProps = { readonly params: Promise<{ documentId: string }>; readonly searchParams: Search };

/** What can fail on the page of a document. */
const STEPS = [
  'document.withdraw',
  'document.take',
  'document.handBack',
  'document.handUp',
  'document.note',
  'document.decide',
  'finalReport.judge',
] as const;

export async function documentMetadata(): Promise<Metadata> {
  const t = await getTranslations('document.list');
  return { title: t('title') };
}

/** The page of a version of a document behind a front door, for the roles that read it there. */
export function documentPageAt(door: string, ...roles: readonly Role[]) {
  return async function DocumentRoute({ params, searchParams }: DocumentProps) {
    const actor = await requireActor(...roles);
    const { documentId } = await params;
    if (!z.uuid().safeParse(documentId).success) notFound();
    const parts = DOCUMENT_PARTS[await load(findDocumentKind, actor, { documentId })];
    if (parts === undefined) notFound();
    const { attempt: attemptId, done } = await searchParams;
    const attempts = await Promise.all(STEPS.map((step) => loadAttempt(actor, attemptId, step)));
    const attempt = attempts.find((one) => one !== null) ?? null;
    const said = DOCUMENT_DONE.find((one) => one === done) ?? null;
    const page = await parts.page({ actor, documentId, door, done: said, attempt });
    return (
      <PageBody>
        {door === '/review' && actor.organisation === 'authority' && (
          <CasePart actor={actor} of={{ kind: 'finalReport', id: documentId }} search={await searchParams} />
        )}
        {page}
        {door === '/review' && <CaseKeys />}
      </PageBody>
    );
  };
}

/** The queue of documents behind a front door. */
export function documentQueueAt(door: string, ...roles: readonly Role[]) {
  return async function DocumentQueueRoute({ searchParams }: { readonly searchParams: Search }) {
    const actor = await requireActor(...roles);
    const asked = documentQueueInput.safeParse(await searchParams);
    const filter = asked.success ? asked.data : documentQueueInput.parse({});
    return (
      <PageBody>
        <DocumentQueueView
          queue={await load(documentQueue, actor, filter)}
          filter={filter}
          door={door}
          personId={actor.personId}
        />
      </PageBody>
    );
  };
}
