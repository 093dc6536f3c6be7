import { DESKS } from '#lib/domain/document/document.ts';
import { worksAt } from '#lib/domain/document/document-steps.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { deskPerson } from '#lib/server/document/document-page.ts';

/** More than so many are not counted. */
const MOST_COUNTED = 1000;

/** How many documents wait at the desks of who asks, for the frame of every page. */
export const countWaitingDocuments = defineQuery<object, number>({
  name: 'document.count',
  mandates: ['caseworker', 'reviewer'],
  purpose: 'Handläggning av handlingar',
  async run(tx, _, { actor }) {
    const person = await deskPerson(tx, actor);
    const desks = DESKS.filter((desk) => worksAt(desk, person));
    const [counted] = await tx.$queryRaw<{ waiting: number }[]>`SELECT count(*)::int AS waiting FROM (
      SELECT 1 FROM document WHERE status IN ('submitted', 'inReview') AND desk = ANY (${desks}) LIMIT ${MOST_COUNTED}) x`;
    return counted?.waiting ?? 0;
  },
  reads: () => null,
});
