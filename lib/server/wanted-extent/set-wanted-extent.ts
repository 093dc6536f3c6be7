import { settleExtent } from '#lib/domain/wanted-extent/wanted-extent.ts';
import { type SetWantedExtentInput, setWantedExtentInput } from '#lib/schemas/wanted-extent.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { deskPerson } from '#lib/server/document/document-page.ts';
import { newId } from '#lib/server/ids.ts';
import { guardDecision } from '#lib/server/placement-decision/lock-for-decision.ts';
import { extentHistory, extentIn } from '#lib/server/wanted-extent/find-wanted-extent.ts';

type Row = { readonly decisionId: string; readonly participantId: string };

/** Says how much the participant wants to work. What is paid for work of a smaller extent follows, also for what has been. */
export const setWantedExtent = defineCommand({
  name: 'wantedExtent.set',
  mandates: ['caseworker'],
  input: setWantedExtentInput,
  async lock(tx, { placementId }: SetWantedExtentInput, { actor }) {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT d.id::text AS "decisionId", p.participant_id::text AS "participantId" FROM placement p JOIN decision d ON d.id = p.decision_id
      WHERE p.id = ${placementId}::uuid AND p.cancelled_at IS NULL FOR NO KEY UPDATE OF d`;
    if (row === undefined) return null;
    const history = await extentHistory(tx, row.decisionId);
    const { caseMandate: mandate } = await deskPerson(tx, actor);
    return { ...row, placementId, percent: extentIn(history), times: history.length, mandate };
  },
  version: (state, { times }) => ({ seen: times, current: state.times }),
  guard: ({ mandate }) => guardDecision(mandate, false),
  stepUp: () => null,
  decide: ({ percent }, typed) => settleExtent(typed, percent),
  async write(tx, { percent, reason }, { decisionId, placementId }, { actor, now }) {
    if (actor.kind !== 'person') throw new Error('Only persons set an extent');
    await tx.wantedExtent.create({
      data: { id: newId(), decisionId, percent, reason, setByPersonId: actor.personId, setAt: now },
    });
    return { placementId, percent };
  },
  audit: ({ percent }, _, { decisionId, participantId, percent: before }) => ({
    type: 'decision',
    id: decisionId,
    participantIds: [participantId],
    detail: { wantedExtentPercent: percent, before },
  }),
});
