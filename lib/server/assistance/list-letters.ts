import type { LetterList, LetterView, ListedLetter } from '#lib/domain/assistance/letter-list.ts';
import type { LetterListInput } from '#lib/schemas/assistance.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { givenHelpColumns, givenHelpFrom } from '#lib/server/assistance/given-help-sql.ts';
import { HELP_PURPOSE } from '#lib/server/assistance/on-behalf.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';

const PAGE_SIZE = 50;

/** Protected identities are in no list: their letters stand at the participant, for those who are named. */
const OF_WHOM = Prisma.sql`${givenHelpFrom} JOIN participant q ON q.id = a.participant_id AND NOT q.protected JOIN person n ON n.id = q.person_id`;

function inView(show: LetterView, personId: string | null): Prisma.Sql {
  switch (show) {
    case 'waiting':
      return Prisma.sql`a.letter_at IS NULL`;
    case 'own':
      return Prisma.sql`a.letter_at IS NULL AND a.by_person_id = ${personId}::uuid`;
    case 'sent':
      return Prisma.sql`a.letter_at IS NOT NULL`;
  }
}

/** The letters about help that are to be sent, those that have waited longest first; of those that have gone, the latest. */
export const listLetters = defineQuery<LetterListInput, LetterList>({
  name: 'assistance.listLetters',
  mandates: ['caseworker'],
  purpose: HELP_PURPOSE,
  async run(tx, { q, show, page }, { actor }) {
    const named =
      q === '' ? Prisma.empty : Prisma.sql`AND n.given_name || ' ' || n.family_name ILIKE ${likePattern(q)}`;
    const where = Prisma.sql`${OF_WHOM} WHERE ${inView(show, personOf(actor))} ${named}`;
    const order = show === 'sent' ? Prisma.sql`a.letter_at DESC, a.id DESC` : Prisma.sql`a.at, a.id`;
    const letters = await tx.$queryRaw<ListedLetter[]>`
      SELECT ${givenHelpColumns}, q.id::text AS "participantId", n.given_name || ' ' || n.family_name AS name
      ${where} ORDER BY ${order} LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${where}`;
    return { letters, total: counted?.total ?? 0, page, pageSize: PAGE_SIZE };
  },
  reads: ({ letters }) => ({
    type: 'assistance',
    id: null,
    participantIds: [...new Set(letters.map(({ participantId }) => participantId))],
  }),
});

/** How many letters wait to be sent, for the caseworkers' frame and desk. */
export const countLetters = defineQuery<object, number>({
  name: 'assistance.countLetters',
  mandates: ['caseworker'],
  purpose: HELP_PURPOSE,
  async run(tx) {
    const [counted] = await tx.$queryRaw<{ waiting: number }[]>`SELECT count(*)::int AS waiting
      FROM assistance a JOIN participant q ON q.id = a.participant_id AND NOT q.protected WHERE a.letter_at IS NULL`;
    return counted?.waiting ?? 0;
  },
  reads: () => null,
});
