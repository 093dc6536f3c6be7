import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { TypedReport } from '#lib/domain/outcome/report-outcome.ts';
import { coursesOf } from '#lib/domain/signal/signal.ts';
import { type Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { outcomeReportForm } from '#lib/server/outcome/outcome-report-form.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';
import type { PlannedState } from '#lib/server/outcome/testing/histories/expected-facts.ts';
import {
  CHANGED_ON,
  type History,
  PLACED_FROM,
  type PlannedDecision,
  type PlannedSpell,
  REPORTED_ON,
  reachOf,
  shownThrough,
} from '#lib/server/outcome/testing/histories/history.ts';
import { proveSpells } from '#lib/server/outcome/testing/histories/play-evidence.ts';
import { orgNoOf, type Players } from '#lib/server/outcome/testing/histories/players.ts';
import { withdrawOutcome } from '#lib/server/outcome/withdraw-outcome.ts';
import { confirmedSignal } from '#lib/server/signal/testing/confirmed-signal.ts';
import { setWantedExtent } from '#lib/server/wanted-extent/set-wanted-extent.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

const SEEN = 'Intyg kom med posten och finns i akten.';

type Played = {
  readonly state: PlannedState;
  readonly placementId: string;
  readonly outcomeId: string;
  readonly version: number;
};

async function give<Input, State, Change, Output>(
  players: Players,
  command: Command<Input, State, Change, Output>,
  input: unknown,
  actor: ProviderActor | AuthorityActor,
  day: PlainDate,
): Promise<Output> {
  const result = await execute(command, input, onDay(players.database, actor, day));
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.error)}`);
  return result.value;
}

function typedSpells(
  players: Players,
  history: History,
  spells: readonly PlannedSpell[],
): TypedReport['spells'] {
  return spells.map((spell) => {
    const { from, through, extentPercent, own, employer } = spell;
    const orgNo = orgNoOf(players, history, spell);
    return {
      from,
      through: through ?? '',
      extentPercent: String(extentPercent),
      employerKind: orgNo !== null ? 'organisation' : history.type === 'studies' ? 'school' : 'foreign',
      employerOrgNo: orgNo ?? '',
      employerName: own ? `Leverantören, ${employer}` : employer,
    };
  });
}

/** Signal, confirmation, wanted extent, report and first decision. */
export async function playFirst(players: Players, placementId: string, history: History): Promise<Played> {
  const { coach, decider } = players;
  const { type, start, spells, appliedOn, signalledOn, wantedPercent, ends } = history;
  if (wantedPercent !== 100) await setWanted(players, placementId, wantedPercent, 0, PLACED_FROM);
  const placement = { from: PLACED_FROM, to: addDays(PLACED_FROM, 180), end: null, endReason: null };
  const canEnd = coursesOf({ from: start }, placement).includes('end');
  await confirmedSignal(players.database, {
    placementId,
    signal: { type, from: start, extentPercent: '100', appliedOn: appliedOn ?? '', employerName: 'Bageriet' },
    coach,
    decider,
    course: ends && canEnd ? 'end' : 'goesOn',
    day: signalledOn,
  });
  const outcomeId = await report(players, placementId, history, spells, null, REPORTED_ON);
  const state = { status: 'submitted' as const, spells, verifiedLastDay: null, wantedPercent };
  const reported = { state, placementId, outcomeId, version: 1 };
  return history.decision === null
    ? reported
    : await decide(players, reported, history, history.decision, REPORTED_ON);
}

/** What happens after the first statement. */
export async function playChange(
  players: Players,
  placementId: string,
  history: History,
  played: Played,
): Promise<PlannedState> {
  const { wantedLater, wantedPercent } = history;
  const after = await changed(players, placementId, history, played);
  if (wantedLater === null || wantedLater === wantedPercent) return after;
  await setWanted(players, placementId, wantedLater, wantedPercent === 100 ? 0 : 1, CHANGED_ON);
  return { ...after, wantedPercent: wantedLater };
}

async function changed(
  players: Players,
  placementId: string,
  history: History,
  played: Played,
): Promise<PlannedState> {
  const { change } = history;
  switch (change.kind) {
    case 'none':
      return played.state;
    case 'decide':
    case 'evidence':
      return (await decide(players, played, history, change.decision, CHANGED_ON)).state;
    case 'withdraw': {
      const { outcomeId, version } = played;
      const reason = 'Arbetet blev aldrig av.';
      await give(players, withdrawOutcome, { outcomeId, version, reason }, players.decider, CHANGED_ON);
      return { ...played.state, status: null };
    }
    case 'correct': {
      const outcomeId = await report(players, placementId, history, change.spells, played, CHANGED_ON);
      const state = {
        ...played.state,
        status: 'submitted' as const,
        spells: change.spells,
        verifiedLastDay: null,
      };
      const corrected = { state, placementId, outcomeId, version: 1 };
      return change.decision === null
        ? state
        : (await decide(players, corrected, history, change.decision, CHANGED_ON)).state;
    }
  }
}

async function setWanted(
  players: Players,
  placementId: string,
  percent: number,
  times: number,
  day: PlainDate,
): Promise<void> {
  const reason = 'Sagt vid samtal med deltagaren.';
  const input = { placementId, percent: String(percent), reason, times, confirmed: String(percent) };
  await give(players, setWantedExtent, input, players.decider, day);
}

async function report(
  players: Players,
  placementId: string,
  history: History,
  spells: readonly PlannedSpell[],
  replaces: Played | null,
  day: PlainDate,
): Promise<string> {
  const { type, start, appliedOn } = history;
  const typed = {
    type,
    from: start,
    appliedOn: appliedOn ?? '',
    spells: typedSpells(players, history, spells),
  };
  const asked = { placementId, replacesId: replaces?.outcomeId ?? null, typed };
  const form = await ask(outcomeReportForm, asked, onDay(players.database, players.coach, day));
  const confirmed = form.ok ? (form.value.preview?.confirmation ?? '') : '';
  const input = {
    placementId,
    replacesId: asked.replacesId,
    version: replaces?.version ?? 0,
    ...typed,
    overFull: true,
    confirmed,
  };
  return (await give(players, reportOutcome, input, players.coach, day)).outcomeId;
}

async function decide(
  players: Players,
  played: Played,
  history: History,
  decision: PlannedDecision,
  day: PlainDate,
): Promise<Played> {
  const { state, placementId, outcomeId, version } = played;
  // Nothing is shown of days before the work began.
  const last = decision.kind === 'approve' ? decision.verifiedLastDay : null;
  const planned = last === null || last < history.start ? null : last;
  // Nor is evidence taken of what has been rejected: then it is what a reviewer has seen.
  const proven = history.proof !== 'seen' && state.status !== 'rejected';
  const verifiedLastDay =
    planned === null || !proven ? planned : await prove(players, played, history, planned, day);
  const refusal = { reasonCode: 'evidenceInsufficient', reason: 'Underlaget räcker inte.' };
  const input =
    decision.kind === 'approve'
      ? {
          outcomeId,
          version,
          decision: 'approve',
          verifiedLastDay: verifiedLastDay ?? '',
          reason: proven ? '' : SEEN,
        }
      : { outcomeId, version, decision: decision.kind, ...refusal };
  // What is said of a check moves no kronor.
  const verdicts = { RELATED_EMPLOYER: 'upheld', EMPLOYED_BEFORE: 'upheld' };
  await give(players, decideOnOutcome, { ...input, verdicts }, players.reviewer, day);
  const status = { approve: 'approved', return: 'returned', reject: 'rejected' } as const;
  return {
    state: {
      ...state,
      status: status[decision.kind],
      verifiedLastDay: decision.kind === 'approve' ? verifiedLastDay : state.verifiedLastDay,
    },
    placementId,
    outcomeId,
    version: version + 1,
  };
}

/** Evidence for an approval, and the day that the plan says it shows: without a reason a reviewer approves no further. */
async function prove(
  players: Players,
  { state: { spells, status }, placementId, outcomeId, version }: Played,
  history: History,
  last: PlainDate,
  day: PlainDate,
): Promise<PlainDate | null> {
  const proving = { placementId, outcomeId, version, history, spells, last, day };
  const reached = await proveSpells(players, proving);
  const reach = reachOf(history.proof, last, day);
  const planned = shownThrough(spells, reach);
  // The first evidence reaches the planned day exactly; later, what was given before can reach further.
  const exact = planned === null ? null : addDays(planned, 1);
  if (status === 'submitted' && day === REPORTED_ON && reached !== exact)
    throw new Error(
      `Evidence reaches ${reached ?? 'no day'}, planned ${exact ?? 'none'}: ${JSON.stringify(history)}`,
    );
  return shownThrough(spells, reach < last ? reach : last);
}
