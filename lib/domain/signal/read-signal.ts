import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { DocumentPlacement } from '#lib/domain/document/document.ts';
import type { Signal, SignalFacts } from '#lib/domain/signal/signal.ts';
import { readExtent, type Tell } from '#lib/domain/text/read-typed.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addMonths, parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A signal as it was typed. `about` says, of one that replaces another, whether it is about the same work. */
export type TypedSignal = {
  readonly about: string;
  readonly type: string;
  readonly extentPercent: string;
  readonly from: string;
  readonly appliedOn: string;
  readonly employerName: string;
};

type About = {
  readonly placement: Pick<DocumentPlacement, 'from'>;
  readonly facts: Pick<SignalFacts, 'types' | 'standing'>;
  readonly today: PlainDate;
};

/** Months ahead that somebody can sensibly know of. */
const MONTHS_AHEAD = 12;

/**
 * The signal that was typed, or every fault at its field. The day that counts as told (`signalledOn`) is today – except for a new version
 * about the same work: a corrected detail keeps the day on which that work was first told of. Another job, or studies
 * in place of work, is a new signal and counts from today, for nobody had told of it before (compensation model section 4, step 7).
 */
export function readSignal(
  typed: TypedSignal,
  { placement, facts, today }: About,
): Result<Signal, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const tell: Tell = (pointer, code, message) => problems.push({ pointer, code, message });
  const type = facts.types.find((one) => one === typed.type);
  if (type === undefined) tell('/type', 'typeMissing', 'Välj vad som börjar.');
  const from = readStart(typed.from, placement.from, today, tell);
  const extentPercent = readExtent(typed.extentPercent, '/extentPercent', tell);
  const appliedOn = readApplied(typed.appliedOn, type, today, tell);
  const signalledOn = readSignalledOn(typed.about, type, facts.standing?.content ?? null, today, tell);
  if (problems.length > 0 || type === undefined || from === null || extentPercent === null)
    return err(problems);
  return ok({ type, extentPercent, from, appliedOn, employerName: typed.employerName.trim(), signalledOn });
}

function readStart(text: string, placedFrom: PlainDate, today: PlainDate, tell: Tell): PlainDate | null {
  const from = parsePlainDate(text.trim());
  if (from === null) {
    tell('/from', 'dateInvalid', 'Ange startdagen som ett datum, till exempel 2026-03-01.');
    return null;
  }
  if (from < placedFrom)
    tell(
      '/from',
      'beforePlacement',
      `Startdagen kan inte ligga före ${formatDate(placedFrom)}, då deltagaren började hos er.`,
    );
  if (from > addMonths(today, MONTHS_AHEAD))
    tell('/from', 'tooFarAhead', 'Startdagen ligger mer än ett år bort. Signalera när den är närmare.');
  return from;
}

function readApplied(
  text: string,
  type: OutcomeType | undefined,
  today: PlainDate,
  tell: Tell,
): PlainDate | null {
  const typed = text.trim();
  if (type !== 'studies') {
    if (typed !== '' && type !== undefined)
      tell('/appliedOn', 'appliedWithoutStudies', 'Ansökningsdagen gäller bara studier.');
    return null;
  }
  const day = parsePlainDate(typed);
  if (day === null)
    tell('/appliedOn', 'appliedMissing', 'Ange dagen då deltagaren ansökte, till exempel 2026-03-01.');
  else if (day > today) tell('/appliedOn', 'dateInFuture', 'Ansökningsdagen kan inte ligga framåt i tiden.');
  return day;
}

/** The day that counts as told. */
function readSignalledOn(
  about: string,
  type: OutcomeType | undefined,
  standing: Signal | null,
  today: PlainDate,
  tell: Tell,
): PlainDate {
  if (standing === null || about === 'other') return today;
  if (about !== 'same') tell('/about', 'aboutMissing', 'Välj om det gäller samma arbete eller ett annat.');
  else if (type !== undefined && type !== standing.type)
    tell(
      '/about',
      'otherType',
      'Arbete, studier och eget företag är olika saker. Välj att det gäller något annat.',
    );
  return standing.signalledOn;
}
