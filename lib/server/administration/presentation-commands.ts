import { missingInPresentation, type PresentationContent } from '#lib/domain/administration/presentation.ts';
import { isWithin } from '#lib/domain/administration/office-scope.ts';
import {
  type DecidePresentationInput,
  decidePresentationInput,
  type PresentationIdInput,
  presentationContent,
  presentationIdInput,
  type SavePresentationInput,
  savePresentationInput,
} from '#lib/schemas/presentation.ts';
import { type PresentationVersion, presentationRows } from '#lib/server/administration/presentation-rows.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { conflict, forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

const waits = conflict([], {
  code: 'presentationWaits',
  title: {
    sv: 'En inlämnad version granskas. Återta den först om du vill ändra.',
    en: 'A version that was sent in is being reviewed. Withdraw it first if you want to change it.',
  },
});

async function lockOffice(tx: Tx, officeId: string, { actor }: CommandContext) {
  if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM office WHERE id = ${officeId}::uuid AND provider_id = ${actor.providerId}::uuid`;
  if (rows.length === 0 || !isWithin([officeId], actor.officeScope)) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`presentation:${officeId}`}))`;
  const versions = await presentationRows(tx, Prisma.sql`v.office_id = ${officeId}::uuid`);
  return { actor, newest: versions[0] ?? null };
}

/** Writes the draft of an office's presentation, or begins one. What is shown to participants stays as it is. */
export const savePresentation = defineCommand({
  name: 'presentation.save',
  mandates: ['providerAdmin'],
  input: savePresentationInput,
  lock: (tx, { officeId }: SavePresentationInput, context) => lockOffice(tx, officeId, context),
  version: ({ newest }, { version }) => ({
    seen: version,
    current: newest?.status === 'draft' ? newest.version : 0,
  }),
  guard: ({ newest }) => (newest?.status === 'submitted' ? waits : null),
  stepUp: () => null,
  decide: ({ newest }, input) => {
    const content: PresentationContent = presentationContent.parse(input);
    const isOpen = newest?.status === 'draft';
    return ok({
      content,
      id: isOpen ? newest.id : newId(),
      number: isOpen ? null : (newest?.number ?? 0) + 1,
    });
  },
  async write(tx, { content, id, number }, { actor }, { now }, { officeId }) {
    const text = JSON.stringify(content);
    if (number === null) {
      await tx.$executeRaw`UPDATE presentation SET content = ${text}::jsonb, saved_by_person_id = ${actor.personId}::uuid, saved_at = ${now},
        version = version + 1 WHERE id = ${id}::uuid`;
    } else {
      await tx.$executeRaw`INSERT INTO presentation (id, provider_id, office_id, number, status, content, saved_by_person_id, saved_at)
        VALUES (${id}::uuid, ${actor.providerId}::uuid, ${officeId}::uuid, ${number}, 'draft', ${text}::jsonb, ${actor.personId}::uuid, ${now})`;
    }
    return { officeId, presentationId: id };
  },
  audit: ({ presentationId }) => ({ type: 'presentation', id: presentationId, participantIds: [] }),
});

async function lockVersion(tx: Tx, presentationId: string): Promise<PresentationVersion | null> {
  const [found] = await presentationRows(tx, Prisma.sql`v.id = ${presentationId}::uuid`);
  if (found === undefined) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`presentation:${found.officeId}`}))`;
  const [locked] = await presentationRows(tx, Prisma.sql`v.id = ${presentationId}::uuid`);
  return locked ?? null;
}

async function lockOwn(tx: Tx, presentationId: string, { actor }: CommandContext) {
  const found = await lockVersion(tx, presentationId);
  if (found === null || actor.kind !== 'person' || actor.organisation !== 'provider') return null;
  if (!isWithin([found.officeId], actor.officeScope)) return null;
  const own = await tx.office.count({ where: { id: found.officeId, providerId: actor.providerId } });
  return own === 1 ? { actor, found } : null;
}

/** Sends a draft in to be reviewed. The one that is shown stays until this one is approved. */
export const submitPresentation = defineCommand({
  name: 'presentation.submit',
  mandates: ['providerAdmin'],
  input: presentationIdInput,
  lock: (tx, { presentationId }: PresentationIdInput, context) => lockOwn(tx, presentationId, context),
  version: ({ found }, { version }) => ({ seen: version, current: found.version }),
  guard: ({ found }) => (found.status === 'draft' ? null : conflict()),
  stepUp: () => null,
  decide: ({ found }) => {
    const problems = missingInPresentation(found.content);
    return problems.length === 0 ? ok({ id: found.id }) : err(validationProblem(problems));
  },
  async write(tx, { id }, { actor, found }, { now }) {
    await tx.$executeRaw`UPDATE presentation SET status = 'submitted', submitted_by_person_id = ${actor.personId}::uuid, submitted_at = ${now},
      version = version + 1 WHERE id = ${id}::uuid`;
    await notify(tx, {
      event: 'presentationArrived',
      to: { kind: 'authorityRole', role: 'agreementAdmin' },
      about: {
        placementId: null,
        providerId: actor.providerId,
        subject: { type: 'presentation', id },
        path: '/admin/presentations',
      },
      now,
    });
    return { officeId: found.officeId, presentationId: id };
  },
  audit: ({ presentationId }) => ({ type: 'presentation', id: presentationId, participantIds: [] }),
});

/** Takes a draft or a submitted version back. */
export const withdrawPresentation = defineCommand({
  name: 'presentation.withdraw',
  mandates: ['providerAdmin'],
  input: presentationIdInput,
  lock: (tx, { presentationId }: PresentationIdInput, context) => lockOwn(tx, presentationId, context),
  version: ({ found }, { version }) => ({ seen: version, current: found.version }),
  guard: ({ found }) => (found.status === 'draft' || found.status === 'submitted' ? null : conflict()),
  stepUp: () => null,
  decide: ({ found }) => ok({ id: found.id }),
  async write(tx, { id }, { found }) {
    await tx.$executeRaw`UPDATE presentation SET status = 'withdrawn', version = version + 1 WHERE id = ${id}::uuid`;
    return { officeId: found.officeId, presentationId: id };
  },
  audit: ({ presentationId }) => ({ type: 'presentation', id: presentationId, participantIds: [] }),
});

/** The authority approves, and participants read it from their next page on; or it comes back with what is to be changed. */
export const decidePresentation = defineCommand({
  name: 'presentation.decide',
  mandates: ['agreementAdmin'],
  input: decidePresentationInput,
  lock: (tx, { presentationId }: DecidePresentationInput) => lockVersion(tx, presentationId),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ status, submittedById }, _, { actor }) => {
    if (actor.kind !== 'person' || actor.personId === submittedById) return forbidden();
    return status === 'submitted' ? null : conflict();
  },
  stepUp: () => null,
  decide: ({ id }) => ok({ id }),
  async write(tx, { id }, { officeId }, { actor, now }, { decision, reason }) {
    const by = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`UPDATE presentation SET status = ${decision}, decided_by_person_id = ${by}::uuid, decided_at = ${now},
      reason = ${reason === '' ? null : reason}, version = version + 1 WHERE id = ${id}::uuid`;
    const office = await tx.office.findUniqueOrThrow({
      where: { id: officeId },
      select: { providerId: true },
    });
    await notify(tx, {
      event: decision === 'approved' ? 'presentationApproved' : 'presentationReturned',
      to: { kind: 'providerRoles', roles: ['providerAdmin'] },
      about: {
        placementId: null,
        providerId: office.providerId,
        subject: { type: 'presentation', id },
        path: `/provider/administration/presentations/${officeId}`,
      },
      now,
    });
    return { presentationId: id, officeId, decision };
  },
  audit: ({ presentationId, decision }) => ({
    type: 'presentation',
    id: presentationId,
    participantIds: [],
    detail: { decision },
  }),
});
