import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Course } from '#lib/domain/signal/signal.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';

type Given = {
  readonly placementId: string;
  readonly signal: {
    readonly type: string;
    readonly from: string;
    readonly extentPercent: string;
    readonly appliedOn?: string;
    readonly employerName?: string;
  };
  readonly coach: ProviderActor;
  readonly decider: AuthorityActor;
  readonly course: Course;
  /** When it is sent and confirmed. */
  readonly day: string;
};

const submit = submitDocument(signalKind);
const decide = decideDocument(signalKind);

/** A signal that a coach sends and a caseworker confirms, through the application's own commands. Returns its id. */
export async function confirmedSignal(database: Database, given: Given): Promise<string> {
  const { placementId, signal, coach, decider, course, day } = given;
  const content = { about: '', appliedOn: '', employerName: '', ...signal };
  const asked = { placementId, replacesId: null, draftId: null, typed: content };
  const form = await ask(documentForm(signalKind), asked, onDay(database, coach, day));
  const confirmed = form.ok ? (form.value.preview?.contentHash ?? '') : '';
  const sent = await execute(submit, { placementId, content, confirmed }, onDay(database, coach, day));
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const { documentId } = sent.value;
  const input = { documentId, version: 1, verdict: 'approve', reason: '', answer: { course } };
  const decided = await execute(decide, input, onDay(database, decider, day));
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return documentId;
}
