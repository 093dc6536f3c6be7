import type { AssistanceKind, AssistanceReason } from '#lib/domain/assistance/assistance.ts';
import { reasonMissing } from '#lib/domain/assistance/assistance.ts';
import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import type { Chooser } from '#lib/server/choice/chooser.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** Whoever helps says why; a code says it itself. */
export function guardReason(
  chooser: Chooser,
  input: { readonly assistanceReason?: AssistanceReason | undefined },
): Problem | null {
  return chooser.assisted && chooser.byPersonId !== null && input.assistanceReason === undefined
    ? reasonMissing()
    : null;
}

export type Help = {
  readonly kind: AssistanceKind;
  /** The choice or the switch. */
  readonly id: string;
  /** The placement that it begins, or that goes on after all. */
  readonly placementId: string;
  readonly reason: AssistanceReason | undefined;
  readonly now: Date;
};

const EVENTS: Record<AssistanceKind, NotificationEvent> = {
  choice: 'chosenForYou',
  switch: 'switchedForYou',
  undo: 'undoneForYou',
};

/**
 * Keeps why and by whom somebody was helped, and tells the participant. Nothing where the participant acts; what a code does is
 * kept by the database as the code is spent.
 */
export async function tellOfHelp(tx: Tx, chooser: Chooser, help: Help): Promise<void> {
  const { participantId, assisted, byPersonId } = chooser;
  if (!assisted) return;
  const { kind, id, placementId, reason, now } = help;
  if (byPersonId !== null && reason !== undefined) {
    await tx.assistance.createMany({
      data: [
        {
          id: newId(),
          participantId,
          kind,
          choiceId: kind === 'choice' ? id : null,
          switchId: kind === 'choice' ? null : id,
          placementId,
          reason,
          byPersonId,
          at: now,
        },
      ],
    });
  }
  const [type, step] = kind === 'choice' ? ['choice', 'choose'] : ['providerSwitch', 'switch'];
  await notify(tx, {
    event: byPersonId === null ? 'chosenByCode' : EVENTS[kind],
    to: { kind: 'participant' },
    about: { placementId, subject: { type, id }, path: `/participant/${step}/done/${id}` },
    now,
  });
}
