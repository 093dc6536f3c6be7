import type { NotificationAbout, Telling } from '#lib/domain/notification/notification.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { CoachMove } from '#lib/server/intake/change-coaches.ts';
import { notifyAll } from '#lib/server/notification/notify.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';

const OWN_PARTICIPANTS = '/provider/participants?show=mine';

function tellCoach(
  moves: readonly CoachMove[],
  personId: string,
  event: 'coachAssigned' | 'coachChanged',
  now: Date,
): Telling[] {
  const [first] = moves;
  if (first === undefined) return [];
  const { placementId } = first;
  const subject = { type: 'placement', id: placementId };
  // Many at once are told as one.
  const about: NotificationAbout =
    moves.length === 1
      ? { placementId, subject, path: participantPath(placementId) }
      : { placementId, subject, path: OWN_PARTICIPANTS, gathered: true };
  return [{ event, to: { kind: 'persons', personIds: [personId] }, about, now }];
}

function tellParticipant({ placementId, fromPersonId, toPersonId }: CoachMove, now: Date): Telling[] {
  if (toPersonId === null) return [];
  const about = { placementId, subject: { type: 'placement', id: placementId }, path: '/participant' };
  return [
    {
      event: fromPersonId === null ? 'coachAssigned' : 'coachChanged',
      to: { kind: 'participant' },
      about,
      now,
    },
  ];
}

/** Tells the new coaches, those before them, and the participants, that coaches have changed. */
export async function tellOfCoaches(tx: Tx, moves: readonly CoachMove[], now: Date): Promise<void> {
  const given = Map.groupBy(moves, ({ toPersonId }) => toPersonId);
  const taken = Map.groupBy(moves, ({ fromPersonId }) => fromPersonId);
  await notifyAll(tx, [
    ...[...given].flatMap(([personId, own]) =>
      personId === null ? [] : tellCoach(own, personId, 'coachAssigned', now),
    ),
    ...[...taken].flatMap(([personId, own]) =>
      personId === null ? [] : tellCoach(own, personId, 'coachChanged', now),
    ),
    ...moves.flatMap((move) => tellParticipant(move, now)),
  ]);
}
