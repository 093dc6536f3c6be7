import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import { readOwnComplaint, refuseComplaining } from '#lib/domain/complaint/own-complaint.ts';
import { type SendComplaintInput, sendComplaintInput } from '#lib/schemas/complaint.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { complainedOf, listOwnComplaints } from '#lib/server/complaint/own-complaints.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

/** A participant complains of a provider of theirs. The reviewers are told; the provider does not see it. */
export const sendComplaint = defineCommand({
  name: 'complaint.send',
  mandates: ['participant'],
  input: sendComplaintInput,
  async lock(tx, _: SendComplaintInput, { actor, today }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    // They are counted: two at a time wait for each other.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${participantId}, 0))) l`;
    const [asked] = await tx.$queryRaw<{ hasReader: boolean }[]>`
      SELECT app.complaint_has_reader(${today}::date) AS "hasReader"`;
    return {
      participantId,
      hasReader: asked?.hasReader ?? false,
      own: await complainedOf(tx, participantId),
      sent: await listOwnComplaints(tx, participantId),
    };
  },
  version: () => null,
  guard: ({ sent, hasReader }, _, { today }) =>
    refuseComplaining({ sentToday: sent.filter(({ sentOn }) => sentOn === today).length, hasReader }),
  stepUp: () => null,
  decide({ own }, input) {
    const read = readOwnComplaint(input, own);
    return read.ok ? read : err(validationProblem(read.error));
  },
  async write(tx, { placementId, category, words }, { participantId }, { actor, now, today }, { mayName }) {
    if (actor.kind !== 'person') throw new Error('Only persons complain');
    const complaintId = newId();
    const [row] = await tx.$queryRaw<{ number: number; providerId: string }[]>`
      INSERT INTO complaint (id, provider_id, placement_id, from_kind, category, received_on, words, may_name, written_by_person_id, written_at)
      SELECT ${complaintId}::uuid, p.provider_id, p.id, 'participant', ${category}, ${today}::date, ${words}, ${mayName}, ${actor.personId}::uuid,
        ${now.toISOString()}::timestamptz FROM placement p WHERE p.id = ${placementId}::uuid
      RETURNING number::int, provider_id::text AS "providerId"`;
    if (row === undefined) throw new Error('The placement was there a moment ago');
    const path = `/review/providers/${row.providerId}/complaints?show=open`;
    await notify(tx, {
      event: 'complaintArrived',
      to: { kind: 'authorityRole', role: 'reviewer' },
      about: {
        placementId,
        subject: { type: 'complaint', id: complaintId },
        path,
      },
      now,
    });
    // Of a protected identity the list shows nothing but to those named for it, who need not be reviewers.
    await tx.$executeRaw`SELECT app.tell_named(${participantId}::uuid, ${'complaintArrived' satisfies NotificationEvent}, 'complaint',
      ${complaintId}::uuid, ${path}, ${now})`;
    return { complaintId, number: row.number, providerId: row.providerId };
  },
  // What was complained of stays with the complaint: the log says that there is one.
  audit: ({ complaintId, providerId }, { category }, { participantId }) => ({
    type: 'complaint',
    id: complaintId,
    participantIds: [participantId],
    detail: { providerId, category },
  }),
});
