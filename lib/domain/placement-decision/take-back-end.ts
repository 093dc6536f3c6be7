import type { EndReason } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

/** What a wrong end is judged by. */
export type EndFacts = {
  readonly end: PlainDate | null;
  readonly endReason: EndReason | null;
  /** Whether a caseworker decided this very end in the portal. */
  readonly decidedHere: boolean;
  /** Whether a final report has been sent. */
  readonly hasFinalReport: boolean;
  /** Whether the participant has a placement that begins after the end. */
  readonly hasLaterPlacement: boolean;
  /** Whether an outcome stands. */
  readonly hasOutcome: boolean;
};

const REFUSALS = {
  noEnd: {
    sv: 'Placeringen har inget slut att ta tillbaka.',
    en: 'The placement has no end to take back.',
  },
  notDecidedHere: {
    sv: 'Slutet är inte beslutat här. Ett byte ångrar deltagaren själv; annat rättas i ärendesystemet.',
    en: 'The end was not decided here. A switch is undone by the participant; anything else is put right in the case system.',
  },
  finalReport: {
    sv: 'Slutredovisningen har kommit in och bygger på slutet. Det kan inte tas tillbaka.',
    en: 'The final report has come in and rests on the end. It cannot be taken back.',
  },
  laterPlacement: {
    sv: 'Deltagaren har en senare placering. Slutet kan inte tas tillbaka.',
    en: 'The participant has a later placement. The end cannot be taken back.',
  },
  outcome: {
    sv: 'Ett resultat bygger på slutet. Ta tillbaka resultatet först.',
    en: 'An outcome rests on the end. Take the outcome back first.',
  },
} as const;
export type EndRests = keyof typeof REFUSALS;

/** What rests on an end, in the order in which it is named; null: it can be taken back. */
export function endRestsOn(facts: EndFacts): EndRests | null {
  if (facts.end === null) return 'noEnd';
  if (!facts.decidedHere) return 'notDecidedHere';
  if (facts.hasFinalReport) return 'finalReport';
  if (facts.hasLaterPlacement) return 'laterPlacement';
  return facts.endReason === 'outcome' && facts.hasOutcome ? 'outcome' : null;
}

/** Null where an end that was wrong can be taken back: as long as nothing rests on it. */
export function refuseTakingBack(facts: EndFacts): Problem | null {
  const rests = endRestsOn(facts);
  return rests === null ? null : conflict([], { code: `endRests.${rests}`, title: REFUSALS[rests] });
}
