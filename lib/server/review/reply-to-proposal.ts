import { replyToProposal } from '#lib/domain/review/reply-to-proposal.ts';
import { type ReplyInput, replyInput } from '#lib/schemas/review.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { lockOwnReport } from '#lib/server/review/lock-own-report.ts';

/** Answers a proposed rejection in writing, once, by its last day. Then a reviewer decides. */
export const replyToRejection = defineCommand({
  name: 'report.reply',
  mandates: ['coach', 'reporter', 'signatory'],
  input: replyInput,
  lock: (tx, { reportId }: ReplyInput, { actor }) => lockOwnReport(tx, actor, reportId),
  version: (report, { version }) => ({ seen: version, current: report.version }),
  guard: () => null,
  stepUp: () => null,
  decide: (report, _, { today }) => replyToProposal(report, today),
  async write(tx, _, report, { actor, now }, { text }) {
    const { id, decisionId, decidedByPersonId, placementId, version } = report;
    if (actor.kind !== 'person' || decisionId === null) throw new Error(`Report ${id} has no proposal`);
    await tx.reviewReply.create({
      data: { decisionId, reportId: id, text, repliedByPersonId: actor.personId, repliedAt: now },
    });
    await tx.report.update({ where: { id }, data: { version: { increment: 1 } } });
    await notify(tx, {
      event: 'rejectionAnswered',
      to: { kind: 'persons', personIds: [decidedByPersonId] },
      about: { placementId, subject: { type: 'report', id }, path: `/review/${id}` },
      now,
    });
    return { reportId: id, version: version + 1 };
  },
  audit: ({ reportId }, _, { participantId, month }) => ({
    type: 'report',
    id: reportId,
    participantIds: [participantId],
    detail: { month },
  }),
});
