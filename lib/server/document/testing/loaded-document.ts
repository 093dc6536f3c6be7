import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** A document as a load writes one: a deviation report that waits, with its text and without prints. Returns its id. */
export async function buildLoadedDocument(
  owner: Database,
  placementId: string,
  text: string,
): Promise<string> {
  const id = newId();
  await owner.$transaction([
    owner.document.create({
      data: {
        id,
        threadId: id,
        kind: 'deviationReport',
        placementId,
        status: 'submitted',
        content: {
          type: 'event',
          cause: 'declinedJob',
          from: '2026-03-02',
          to: '2026-03-03',
          followUp: { what: text },
        },
        contentHash: 'a',
        submittedOn: toUtcDate(plainDate('2026-03-03')),
        submittedAt: new Date('2026-03-03T09:00:00Z'),
        desk: 'assess',
      },
    }),
    owner.documentEvent.create({ data: { id: newId(), documentId: id, act: 'submitted', at: new Date() } }),
  ]);
  return id;
}
