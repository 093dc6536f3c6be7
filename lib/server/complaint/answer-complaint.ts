import { refuseAnswering } from '#lib/domain/complaint/complaint.ts';
import { type AnswerComplaintInput, answerComplaintInput } from '#lib/schemas/complaint.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { forbidden } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

/** Says what came of a complaint: with that it is handled. */
export const answerComplaint = defineCommand({
  name: 'complaint.answer',
  mandates: ['reviewer', 'caseworker'],
  input: answerComplaintInput,
  async lock(tx, { complaintId }: AnswerComplaintInput) {
    // A double waits for the first here: a complaint itself is never changed, so that nobody may lock its row.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${complaintId}, 0))) l`;
    const complaint = await tx.complaint.findUnique({
      where: { id: complaintId },
      select: {
        id: true,
        providerId: true,
        answer: { select: { complaintId: true } },
        placementId: true,
        mayName: true,
        placement: { select: { participantId: true } },
      },
    });
    if (complaint === null) return null;
    const { answer, ...rest } = complaint;
    return { ...rest, answered: answer !== null };
  },
  version: () => null,
  guard: (complaint, _, { actor }) => (actor.kind === 'person' ? refuseAnswering(complaint) : forbidden()),
  stepUp: () => null,
  decide: (_, { answer }) => ok({ answer }),
  async write(tx, { answer }, { id, providerId, placementId, mayName }, { actor, now }) {
    if (actor.kind !== 'person') throw new Error('Only persons answer complaints');
    await tx.complaintAnswer.create({
      data: { complaintId: id, answer, answeredByPersonId: actor.personId, answeredAt: now },
    });
    // Who sent it themselves reads the answer; what somebody else wrote down is the authority's own.
    if (mayName !== null)
      await notify(tx, {
        event: 'complaintAnswered',
        to: { kind: 'participant' },
        about: { placementId, subject: { type: 'complaint', id }, path: '/participant/rights#complaints' },
        now,
      });
    return { complaintId: id, providerId };
  },
  audit: ({ complaintId, providerId }, _, { placement }) => ({
    type: 'complaint',
    id: complaintId,
    participantIds: placement === null ? [] : [placement.participantId],
    detail: { providerId },
  }),
});
