import { CaseBar } from '#components/review/case-bar.tsx';
import { CaseHold } from '#components/review/case-hold.tsx';
import { DecidedNotice } from '#components/review/decided-notice.tsx';
import { KeptWords } from '#components/review/kept-words.tsx';
import { PresenceNotice } from '#components/review/presence-notice.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { type CaseRef, casePath } from '#lib/domain/review/case.ts';
import { caseInput, queueWayOf, withQueueWay } from '#lib/schemas/review-bench.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { caseDesk } from '#lib/server/review/bench/case-desk.ts';
import { decidedCase } from '#lib/server/review/bench/decided-case.ts';
import { casePresence } from '#lib/server/review/bench/presence.ts';
import { queuePlace } from '#lib/server/review/bench/queue-place.ts';
import { handBackCase, handOverCase, takeCase } from '#lib/server/review/case/case-commands.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Search = Readonly<Record<string, string | string[] | undefined>>;

type Props = {
  readonly actor: AuthorityActor;
  readonly of: CaseRef;
  readonly search: Search;
  /** A decision that could not be carried out, with what was written in it. */
  readonly attempt?: KeptForm | null;
};

/**
 * What stands above every case of the bench: what was decided before it, its place in the queue, who else has it open, and whose it
 * is.
 */
export async function CasePart({ actor, of, search, attempt = null }: Props) {
  const way = queueWayOf(search);
  const { desk } = await load(caseDesk, actor, of);
  const stepAttempts = await Promise.all(
    [takeCase, handBackCase, handOverCase].map(({ name }) => loadAttempt(actor, search['attempt'], name)),
  );
  const stepAttempt = stepAttempts.find((one) => one !== null) ?? null;
  return (
    <>
      <DecidedPart actor={actor} decided={search['decided']} />
      {way !== null && (
        <CaseBar way={way} place={await load(queuePlace, actor, { ...of, filter: way.filter })} />
      )}
      <AttemptSummary attempt={stepAttempt} />
      <PresenceNotice of={of} present={await load(casePresence, actor, { ...of, leave: false })} />
      <KeptWords attempt={attempt} />
      {desk !== null && (
        <CaseHold
          desk={desk}
          personId={actor.personId}
          back={way === null ? casePath(of) : withQueueWay(casePath(of), way)}
          formKey={newId()}
          attempt={stepAttempt}
        />
      )}
    </>
  );
}

/** What was decided on the page before, where somebody comes from that. */
export async function DecidedPart({
  actor,
  decided,
}: {
  readonly actor: AuthorityActor;
  readonly decided: Search[string];
}) {
  const [kind, id] = typeof decided === 'string' ? decided.split(':') : [];
  const of = caseInput.safeParse({ kind, id });
  if (!of.success) return null;
  // What the address names may be gone or unseen: then there is nothing to say of it.
  const answer = await ask(decidedCase, of.data, { database: database(), actor, now: now() });
  return answer.ok ? <DecidedNotice decided={answer.value} /> : null;
}
