import type { Helped } from '#lib/domain/assistance/helped.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';
import { ownLocale } from '#lib/shared/i18n/locale.ts';
import { isUuid } from '#lib/shared/uuid.ts';

type Row = Omit<Helped, 'language'> & {
  readonly reads: string;
  readonly chosen: boolean;
  readonly speaks: string;
};

/** The participant, as whoever helps them sees them; null where they do not. */
export async function findHelped(tx: Tx, participantId: string): Promise<Helped | null> {
  if (!isUuid(participantId)) return null;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a.id::text AS "participantId", p.given_name || ' ' || p.family_name AS name, a.protected AS "isProtected",
      p.locale AS reads, p.locale_chosen AS chosen, a.language AS speaks
    FROM participant a JOIN person p ON p.id = a.person_id WHERE a.id = ${participantId}::uuid AND ${openToNamed('a')}`;
  if (row === undefined) return null;
  const { reads, chosen, speaks, ...helped } = row;
  return { ...helped, language: ownLocale({ locale: reads, chosen, speaks }) };
}
