import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { OutcomeContent, OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import type { StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import type { TypedOutcome } from '#lib/domain/outcome/read-outcome.ts';
import { settleOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import type { SignalFacts } from '#lib/domain/signal/signal.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, type Result } from '#lib/shared/result.ts';

/** What the outcome report of a placement rests on: the signal that stands and the outcome there is. */
export type Reporting = {
  readonly standing: SignalFacts['standing'];
  readonly current: Pick<StoredOutcome, 'id' | 'status' | 'signalledOn' | 'type'> | null;
};

/** An outcome as a provider types it: the day of the signal is the signal's own. */
export type TypedReport = Omit<TypedOutcome, 'signalledOn'> & {
  readonly overFull: boolean;
  readonly confirmed: string;
};

/**
 * Null where the provider may report an outcome, or put the one there is right (service description section 5): once a caseworker has
 * confirmed the signal, and no outcome stands but the one that is replaced.
 */
export function refuseReporting({ standing, current }: Reporting, replacesId: string | null): Problem | null {
  if (current !== null)
    return current.id === replacesId
      ? null
      : conflict([], {
          code: 'outcomeExists',
          title: {
            sv: 'Resultatet är redan redovisat. Öppna redovisningen och rätta den.',
            en: 'The outcome has been reported already. Open the report and correct it.',
          },
        });
  if (standing?.status === 'approved') return null;
  return conflict([], {
    code: 'signalNotConfirmed',
    title:
      standing === null
        ? {
            sv: 'Skicka först en signal om arbetet eller studierna. När den är bekräftad kan ni redovisa resultatet.',
            en: 'Send a signal of the work or studies first. Once it is confirmed, you can report the outcome.',
          }
        : {
            sv: 'Signalen är inte bekräftad än. När en handläggare har bekräftat den kan ni redovisa resultatet.',
            en: 'The signal is not confirmed yet. Once a caseworker has confirmed it, you can report the outcome.',
          },
  });
}

/** What the report is held against: the outcome that is put right, else the confirmed signal. Null where there is neither. */
export function basisOf({ standing, current }: Reporting): {
  readonly type: OutcomeType;
  readonly signalledOn: PlainDate;
} | null {
  if (current !== null) return current;
  return standing?.status === 'approved' ? standing.content : null;
}

/**
 * The outcome to report: everything typed is right, extents above 100 per cent in all are meant, it is of the kind that was signalled, and it
 * has been previewed as it is.
 */
export function settleReport(
  typed: TypedReport,
  reporting: Reporting,
  today: PlainDate,
): Result<OutcomeContent, Problem> {
  const basis = basisOf(reporting);
  if (basis === null) throw new Error('Reporting is refused before it is settled');
  const otherType = typed.type !== '' && typed.type !== basis.type && reporting.current === null;
  if (otherType)
    return err(
      validationProblem([
        {
          pointer: '/type',
          code: 'otherType',
          message: 'Resultatet är av en annan sort än signalen. Skicka en ny signal om det är något annat.',
        },
      ]),
    );
  return settleOutcome({ ...typed, signalledOn: basis.signalledOn }, today);
}

/** The fields of an outcome that stands, or of the confirmed signal, to begin with: names as in the form. */
export function valuesOfOutcome(outcome: OutcomeContent): Readonly<Record<string, string>> {
  const { type, from, appliedOn, spells } = outcome;
  const rows = spells.flatMap((spell, index) => [
    [`spells.${index}.from`, spell.from],
    [`spells.${index}.through`, spell.to === null ? '' : addDays(spell.to, -1)],
    [`spells.${index}.extentPercent`, String(spell.extentPercent)],
    [`spells.${index}.employerKind`, kindOf(type, spell.employerOrgNo)],
    [`spells.${index}.employerOrgNo`, spell.employerOrgNo ?? ''],
    [`spells.${index}.employerName`, spell.employerName],
  ]);
  return { type, from, appliedOn: appliedOn ?? '', ...Object.fromEntries(rows) };
}

function kindOf(type: OutcomeType, orgNo: string | null): string {
  if (orgNo !== null) return 'organisation';
  return type === 'studies' ? 'school' : 'soleTrader';
}

/** What the confirmed signal fills in: the employer's number is asked for. */
export function valuesOfSignal({
  content,
}: NonNullable<SignalFacts['standing']>): Readonly<Record<string, string>> {
  const { type, from, appliedOn, extentPercent, employerName } = content;
  return {
    type,
    from,
    appliedOn: appliedOn ?? '',
    'spells.0.from': from,
    'spells.0.extentPercent': String(extentPercent),
    'spells.0.employerKind': type === 'studies' ? 'school' : 'organisation',
    'spells.0.employerName': employerName,
  };
}

/** What taking a report back hangs on: `isOwn` where somebody at the provider reported it, not a caseworker on its word. */
export type TakingBack = {
  readonly status: OutcomeStatus;
  readonly decisions: number;
  readonly isOwn: boolean;
};

/** Whether the provider may take the report back: it is its own, and nobody has decided on it. */
export function mayTakeBack({ status, decisions, isOwn }: TakingBack): boolean {
  return isOwn && status === 'submitted' && decisions === 0;
}
