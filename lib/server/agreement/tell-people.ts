import type { Tx } from '#lib/server/db/transaction.ts';
import { env } from '#lib/server/env.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';

type Told = { readonly what: 'agreement' | 'terms'; readonly name: string; readonly draftId: string };

const NOUN = { agreement: 'avtalsversionen', terms: 'villkoren' } as const;
const PLACE = { agreement: '/admin/agreements/drafts', terms: '/admin/terms/drafts' } as const;

async function tell(
  tx: Tx,
  to: readonly { readonly email: string }[],
  mail: { subject: string; text: string },
): Promise<void> {
  for (const { email } of to) await sendInTransaction(tx, 'mail.send', { to: email, ...mail });
}

function linkTo({ what, draftId }: Told): string {
  return new URL(`${PLACE[what]}/${draftId}`, env().PORTAL_URL).href;
}

/** Tells everybody who may publish it that a draft waits: all agreement administrators who have not had a hand in it. */
export async function tellSecondPersons(
  tx: Tx,
  told: Told & { readonly firstPersons: readonly string[] },
): Promise<void> {
  const people = await tx.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation = 'authority' AND m.role = 'agreementAdmin' AND p.email IS NOT NULL
      AND m.valid_from <= current_date AND (m.valid_to IS NULL OR m.valid_to > current_date)
      AND NOT m.person_id = ANY (${told.firstPersons}::uuid[])`;
  const noun = NOUN[told.what];
  await tell(tx, people, {
    subject: 'Ett utkast väntar på att publiceras',
    text: `Hej!\n\nEn kollega har lämnat in ${noun} ”${told.name}”. Läs igenom utkastet och publicera det, eller lämna tillbaka det med ett skäl.\n\n${linkTo(told)}\n`,
  });
}

/** Tells those who have written in a draft, and who submitted it, what a colleague has decided. */
export async function tellFirstPersons(
  tx: Tx,
  told: Told & { readonly firstPersons: readonly string[]; readonly decided: 'published' | 'returned' },
): Promise<void> {
  const people = await tx.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT email FROM person WHERE id = ANY (${told.firstPersons}::uuid[]) AND email IS NOT NULL`;
  const isPublished = told.decided === 'published';
  const noun = NOUN[told.what];
  await tell(tx, people, {
    subject: isPublished ? 'Ditt utkast är publicerat' : 'Ditt utkast har kommit tillbaka',
    text: isPublished
      ? `Hej!\n\nEn kollega har publicerat ${noun} ”${told.name}”.\n\n${linkTo(told)}\n`
      : `Hej!\n\nEn kollega har lämnat tillbaka ${noun} ”${told.name}”. Skälet står vid utkastet.\n\n${linkTo(told)}\n`,
  });
}
