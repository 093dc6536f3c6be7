import { readComplaint } from '#lib/domain/complaint/complaint.ts';
import { type WriteComplaintInput, writeComplaintInput } from '#lib/schemas/complaint.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { forbidden, type FieldProblem, validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

type Placed = { readonly id: string; readonly participantId: string };
type State = {
  readonly providerId: string;
  readonly officeIsTheirs: boolean;
  /** The placement that the reference names at the provider; null where there is none that is seen. */
  readonly placement: Placed | null;
};

/** Writes down a complaint about a provider. It is never changed, and the provider does not see it. */
export const writeComplaint = defineCommand({
  name: 'complaint.write',
  mandates: ['reviewer', 'caseworker'],
  input: writeComplaintInput,
  async lock(tx, { providerId, officeId, reference }: WriteComplaintInput): Promise<State | null> {
    const provider = await tx.provider.findUnique({
      where: { id: providerId },
      select: { offices: { where: { id: officeId ?? providerId }, select: { id: true } } },
    });
    if (provider === null) return null;
    return {
      providerId,
      officeIsTheirs: officeId === null || provider.offices.length > 0,
      placement: await placementOf(tx, providerId, reference),
    };
  },
  version: () => null,
  guard: (_, __, { actor }) => (actor.kind === 'person' ? null : forbidden()),
  stepUp: () => null,
  decide({ officeIsTheirs, placement }, input, { today }) {
    const read = readComplaint(input, today);
    const problems: FieldProblem[] = read.ok ? [] : [...read.error];
    if (!officeIsTheirs)
      problems.push({
        pointer: '/officeId',
        code: 'officeElsewhere',
        message: 'Välj en verksamhet ur listan.',
      });
    if (input.reference !== '' && placement === null)
      problems.push({
        pointer: '/reference',
        code: 'referenceElsewhere',
        message: 'Ingen deltagare hos leverantören har den genomförandereferensen.',
      });
    return problems.length > 0
      ? err(validationProblem(problems))
      : read.ok
        ? read
        : err(validationProblem([]));
  },
  async write(
    tx,
    { from, category, receivedOn, words },
    { providerId, placement },
    { actor, now },
    { officeId },
  ) {
    if (actor.kind !== 'person') throw new Error('Only persons write complaints down');
    const complaintId = newId();
    await tx.complaint.create({
      data: {
        id: complaintId,
        providerId,
        officeId,
        placementId: placement?.id ?? null,
        fromKind: from,
        category,
        receivedOn: toUtcDate(receivedOn),
        words,
        writtenByPersonId: actor.personId,
        writtenAt: now,
      },
    });
    return { complaintId, providerId };
  },
  // What was complained of stays with the complaint: the log says that there is one.
  audit: ({ complaintId, providerId }, { from, category }, { placement }) => ({
    type: 'complaint',
    id: complaintId,
    participantIds: placement === null ? [] : [placement.participantId],
    detail: { providerId, from, category },
  }),
});

async function placementOf(tx: Tx, providerId: string, reference: string): Promise<Placed | null> {
  if (reference === '') return null;
  const [placement] = await tx.$queryRaw<Placed[]>`
    SELECT p.id::text, p.participant_id::text AS "participantId" FROM service_period s JOIN placement p ON p.id = s.placement_id
    WHERE s.implementation_reference = ${reference} AND p.provider_id = ${providerId}::uuid
      AND (NOT p.protected OR p.participant_id = ANY ((SELECT app.named_for())::uuid[])) LIMIT 1`;
  return placement ?? null;
}
