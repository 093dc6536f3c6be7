import type { Helped } from '#lib/domain/assistance/helped.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { DEFAULT_LOCALE, parseLocale } from '#lib/shared/i18n/locale.ts';
import { isUuid } from '#lib/shared/uuid.ts';

type Row = Omit<Helped, 'language'> & { readonly reads: string; readonly speaks: string };

/** The participant, as whoever helps them sees them; null where they do not. */
export async function findHelped(tx: Tx, participantId: string): Promise<Helped | null> {
  if (!isUuid(participantId)) return null;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a.id::text AS "participantId", p.given_name || ' ' || p.family_name AS name, a.protected AS "isProtected",
      p.locale AS reads, a.language AS speaks
    FROM participant a JOIN person p ON p.id = a.person_id WHERE a.id = ${participantId}::uuid`;
  if (row === undefined) return null;
  const { reads, speaks, ...helped } = row;
  // Swedish is what everybody begins with in the portal: another choice there is their own.
  const chosen = reads === DEFAULT_LOCALE ? null : parseLocale(reads);
  return { ...helped, language: chosen ?? parseLocale(speaks) ?? DEFAULT_LOCALE };
}
