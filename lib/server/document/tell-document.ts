import type {
  DocumentAct,
  DocumentKind,
  DocumentPlacement,
  StoredDocument,
} from '#lib/domain/document/document.ts';
import { documentPathFor } from '#lib/domain/document/document-path.ts';
import type { Audience, NotificationEvent } from '#lib/domain/notification/notification.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { notify } from '#lib/server/notification/notify.ts';

type Told = { readonly placement: DocumentPlacement; readonly context: CommandContext };

/** What the provider's people and the participant are told of a step; null where it is nothing to them. */
const OWN_EVENTS: Readonly<Record<DocumentAct, NotificationEvent | null>> = {
  submitted: 'documentSubmitted',
  superseded: null,
  taken: 'documentReceived',
  handedBack: null,
  handedUp: 'documentHandedUp',
  approved: 'documentApproved',
  returned: 'documentReturned',
  rejected: 'documentRejected',
  withdrawn: 'documentWithdrawn',
  noted: 'documentAnswered',
};

/** What the desk where it waits is told of a step. */
const DESK_EVENTS: Readonly<Partial<Record<DocumentAct, NotificationEvent>>> = {
  submitted: 'caseArrived',
  withdrawn: 'caseWithdrawn',
  handedUp: 'caseHandedUp',
};

/** Steps that the participant is told of too; the others are the provider's and the authority's own. */
const FOR_PARTICIPANT: readonly DocumentAct[] = ['submitted', 'approved', 'rejected', 'withdrawn', 'noted'];

/** Their approval decides days of service, which the participant is told of in words of its own. */
const TOLD_AS_DECISION: readonly DocumentKind[] = ['extension', 'interruptionRequest', 'signal'];

/** Tells those who wait for a document that something has happened to it: who sent it, the coach, the participant, the desk. */
export async function tellOfDocument(
  tx: Tx,
  document: StoredDocument,
  act: DocumentAct,
  { placement, context: { now } }: Told,
): Promise<void> {
  const tell = async (event: NotificationEvent, to: Audience, path: string): Promise<void> =>
    await notify(tx, {
      event,
      to,
      about: {
        placementId: placement.placementId,
        subject: { type: 'document', id: document.id },
        path,
        document: document.kind,
      },
      now,
    });
  const own = OWN_EVENTS[act];
  if (own !== null) {
    const submitterId = document.submittedByPersonId;
    await tell(own, { kind: 'submitterAndCoach', submitterId }, documentPathFor('coach', document.id));
    const isTold = act === 'approved' && TOLD_AS_DECISION.includes(document.kind);
    if (FOR_PARTICIPANT.includes(act) && !isTold)
      await tell(own, { kind: 'participant' }, documentPathFor('participant', document.id));
  }
  const atDesk = DESK_EVENTS[act];
  if (atDesk === undefined) return;
  // Handed up, it waits with those who decide; the step is told after it is made.
  const desk = act === 'handedUp' ? 'decide' : document.desk;
  await tell(atDesk, { kind: 'desk', desk }, desk === 'review' ? '/review/documents' : '/admin/documents');
}
