import type { PresentationStatus } from '#lib/domain/administration/presentation.ts';
import {
  type DescribedOffice,
  presentationRows,
  type PresentationVersion,
  presentedOffices,
} from '#lib/server/administration/presentation-rows.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

export type OfficeStanding = {
  readonly officeId: string;
  readonly name: string;
  readonly place: string;
  readonly shown: Date | null;
  /** The newest version that is not the one shown, null where there is none. */
  readonly open: PresentationStatus | null;
  readonly reason: string | null;
};

/** How the presentations of the provider's offices stand. */
export const listPresentations = defineQuery<object, readonly OfficeStanding[]>({
  name: 'presentation.list',
  mandates: ['providerAdmin'],
  purpose: 'Presentation av leverantören',
  async run(tx, _, { actor }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const reach =
      actor.officeScope === 'all'
        ? Prisma.sql`true`
        : Prisma.sql`o.id = ANY (${[...actor.officeScope]}::uuid[])`;
    return await tx.$queryRaw<OfficeStanding[]>`
      SELECT o.id::text AS "officeId", o.name, o.place,
        (SELECT max(s.decided_at) FROM presentation s WHERE s.office_id = o.id AND s.status = 'approved') AS shown,
        CASE WHEN n.status IN ('draft', 'submitted', 'returned') THEN n.status END AS open,
        CASE WHEN n.status = 'returned' THEN n.reason END AS reason
      FROM office o LEFT JOIN LATERAL (SELECT v.status, v.reason FROM presentation v WHERE v.office_id = o.id AND v.status <> 'withdrawn'
        ORDER BY v.number DESC LIMIT 1) n ON true
      WHERE o.provider_id = ${actor.providerId}::uuid AND ${reach} ORDER BY o.name COLLATE "sv-x-icu", o.id`;
  },
  reads: () => null,
});

export type ShownPresentation = {
  readonly office: DescribedOffice;
  /** All versions, the newest first. */
  readonly versions: readonly PresentationVersion[];
};

/** One office's presentation with its versions. */
export const showPresentation = defineQuery<{ readonly officeId: string }, ShownPresentation>({
  name: 'presentation.show',
  mandates: ['providerAdmin'],
  purpose: 'Presentation av leverantören',
  async run(tx, { officeId }, { actor }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    if (actor.officeScope !== 'all' && !actor.officeScope.includes(officeId)) return null;
    const [office] = await presentedOffices(
      tx,
      Prisma.sql`o.id = ${officeId}::uuid AND o.provider_id = ${actor.providerId}::uuid`,
    );
    if (office === undefined) return null;
    return { office, versions: await presentationRows(tx, Prisma.sql`v.office_id = ${officeId}::uuid`) };
  },
  reads: () => null,
});

export type WaitingPresentation = {
  readonly id: string;
  readonly providerName: string;
  readonly officeName: string;
  readonly place: string;
  readonly submittedAt: Date;
  readonly isFirst: boolean;
};

const MOST_WAITING = 100;

/** Presentations that wait to be reviewed, the oldest first. */
export const presentationQueue = defineQuery<object, readonly WaitingPresentation[]>({
  name: 'presentation.queue',
  mandates: ['agreementAdmin'],
  purpose: 'Granskning av presentationer',
  run: async (tx) =>
    await tx.$queryRaw<WaitingPresentation[]>`
    SELECT v.id::text, p.name AS "providerName", o.name AS "officeName", o.place, v.submitted_at AS "submittedAt",
      NOT EXISTS (SELECT 1 FROM presentation s WHERE s.office_id = o.id AND s.status = 'approved') AS "isFirst"
    FROM presentation v JOIN office o ON o.id = v.office_id JOIN provider p ON p.id = o.provider_id
    WHERE v.status = 'submitted' ORDER BY v.submitted_at, v.id LIMIT ${MOST_WAITING}`,
  reads: () => null,
});

/** One presentation for whoever reviews it, with those before it. */
export const reviewPresentation = defineQuery<
  { readonly presentationId: string },
  ShownPresentation & { readonly presentation: PresentationVersion }
>({
  name: 'presentation.review',
  mandates: ['agreementAdmin'],
  purpose: 'Granskning av presentationer',
  async run(tx, { presentationId }) {
    const [presentation] = await presentationRows(tx, Prisma.sql`v.id = ${presentationId}::uuid`);
    if (presentation === undefined) return null;
    const [office] = await presentedOffices(tx, Prisma.sql`o.id = ${presentation.officeId}::uuid`);
    if (office === undefined) return null;
    const versions = await presentationRows(
      tx,
      Prisma.sql`v.office_id = ${presentation.officeId}::uuid AND v.status <> 'draft'`,
    );
    return { office, versions, presentation };
  },
  reads: () => null,
});
