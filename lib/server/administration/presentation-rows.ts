import type { PresentationContent, PresentationStatus } from '#lib/domain/administration/presentation.ts';
import type { PresentedOffice } from '#lib/domain/administration/presented-office.ts';
import { presentationContent } from '#lib/schemas/presentation.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type PresentationVersion = {
  readonly id: string;
  readonly officeId: string;
  readonly number: number;
  readonly status: PresentationStatus;
  readonly content: PresentationContent;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly submittedById: string | null;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
};

/** The versions that a condition on `v` chooses, the newest first. */
export async function presentationRows(
  tx: Tx,
  condition: Prisma.Sql,
): Promise<readonly PresentationVersion[]> {
  const rows = await tx.$queryRaw<(Omit<PresentationVersion, 'content'> & { readonly content: unknown })[]>`
    SELECT v.id::text, v.office_id::text AS "officeId", v.number, v.status, v.content, v.saved_at AS "savedAt", v.submitted_at AS "submittedAt",
      v.submitted_by_person_id::text AS "submittedById", v.decided_at AS "decidedAt", v.reason, v.version,
      (SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = v.saved_by_person_id) AS "savedBy"
    FROM presentation v WHERE ${condition} ORDER BY v.number DESC`;
  return rows.map(({ content, ...row }) => ({ ...row, content: presentationContent.parse(content) }));
}

/** With what its contract says that a presentation can begin with. */
export type DescribedOffice = PresentedOffice & {
  readonly ownWords: string;
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
};

/** Offices as they are known apart from any presentation, by name. */
export async function presentedOffices(tx: Tx, condition: Prisma.Sql): Promise<readonly DescribedOffice[]> {
  return await tx.$queryRaw<DescribedOffice[]>`
    SELECT o.id::text AS "officeId", o.name, v.name AS "providerName", o.street, o.place, o.phone, o.opening_hours AS "openingHours",
      coalesce(o.forms::text[], '{}') AS forms, c."from"::text AS "contractFrom", c.capacity, c.speciality AS "ownWords",
      coalesce(c.languages, '{}') AS languages, coalesce(o.accessibility, '{}') AS accessibility
    FROM office o JOIN contract c ON c.id = o.contract_id JOIN provider v ON v.id = o.provider_id
    WHERE ${condition} ORDER BY o.name COLLATE "sv-x-icu", o.id`;
}

/** What a first draft begins with: what is shown of the office without a presentation. */
export function firstContent({ ownWords, languages, accessibility }: DescribedOffice): PresentationContent {
  return presentationContent.parse({ goodAt: ownWords.slice(0, 300), languages, accessibility });
}
