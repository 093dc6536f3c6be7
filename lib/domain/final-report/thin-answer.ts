import { besidePhrases } from '#lib/domain/final-report/empty-phrases.ts';
import { ASKED, type Question } from '#lib/domain/final-report/questions.ts';
import { isNearCopy, wordsOf } from '#lib/domain/text/words.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Why nobody can plan from an answer. */
export type Thin = 'missing' | 'phrase' | 'question' | 'repeated' | 'planned' | 'sameWords' | 'short';

/** An answer that stands elsewhere in the report, with words for where. */
export type ElsewhereAnswer = { readonly where: string; readonly text: string };

export type AnswerFacts = {
  readonly question: Question;
  /** The report's other answers. */
  readonly elsewhere: readonly ElsewhereAnswer[];
  /** What the plan said of it; a copy tells what was wanted, not what became of it. */
  readonly planned: readonly string[];
};

/** A text this long with fewer different words says the same over and over. */
const DIFFERENT_WORDS_ENOUGH = 20;
const LEAST_DIFFERENT_SHARE = 0.4;

/**
 * Why an answer is too thin to plan from, or null where it is not (service description section 5: least substance). Counted
 * in words: the question's own least number beside empty phrases, and different ones among them. Nothing judges
 * what is said; long answers and numbers are never asked for.
 */
export function thinBecause(text: string, facts: AnswerFacts): Thin | null {
  const words = wordsOf(text);
  const { least } = ASKED[facts.question];
  if (words.length === 0) return 'missing';
  if (repeatOf(text, facts.elsewhere) !== null) return 'repeated';
  if (facts.planned.some((planned) => isLong(planned) && isNearCopy(text, planned))) return 'planned';
  const own = besidePhrases(words);
  if (own.length < least) return own.length < words.length ? 'phrase' : 'short';
  if (isQuestion(words, facts.question)) return 'question';
  const different = new Set(words).size;
  const enough = Math.min(DIFFERENT_WORDS_ENOUGH, words.length * LEAST_DIFFERENT_SHARE);
  return different < Math.max(least * 0.7, enough) ? 'sameWords' : null;
}

/** Where the same text stands in the report, or null. */
function repeatOf(text: string, elsewhere: readonly ElsewhereAnswer[]): string | null {
  return elsewhere.find((other) => isLong(other.text) && isNearCopy(text, other.text))?.where ?? null;
}

/** Of texts this short a likeness tells nothing. */
function isLong(text: string): boolean {
  return wordsOf(text).length >= 4;
}

/** Whether an answer is its question with little beside it. */
function isQuestion(words: readonly string[], question: Question): boolean {
  const { least, question: asked } = ASKED[question];
  const questions = [asked.sv, asked.en].map((text) => wordsOf(text).join(' '));
  const said = words.join(' ');
  return questions.some((each) => said.includes(each) && wordsOf(said.replace(each, '')).length < least);
}

const WORDS: Readonly<Record<Thin, (where: string | null) => string>> = {
  missing: () => 'Svaret saknas, skriv några meningar.',
  phrase: () => 'Det här säger inte vad som hände. Den som tar över kan inte planera från det.',
  question: () => 'Det här upprepar frågan.',
  repeated: (where) => `Samma text står under ${where ?? 'ett annat svar'}.`,
  planned: () => 'Det här är planeringens text. Den säger vad ni ville, inte hur det blev.',
  sameWords: () => 'Samma ord kommer tillbaka hela tiden.',
  short: () => 'Svaret är för kort att planera från.',
};

const ADVICE: Readonly<Record<Exclude<Thin, 'missing'>, string>> = {
  phrase: 'Säg vad ni gjorde, med exempel.',
  question: 'Skriv svaret.',
  repeated: 'Skriv vad som gäller just här.',
  planned: 'Skriv vad ni gjorde och vad det ledde till.',
  sameWords: 'Säg det en gång, och lägg till vad som hände sedan.',
  short: 'Lägg till vad som hände och vad det ledde till.',
};

/**
 * What is wrong with an answer and what would help, with an example where something is written; null where nothing is.
 * `at` is the answer's pointer and words for where it stands, if more than its label has to say so.
 */
export function thinProblem(
  at: { readonly pointer: string; readonly where?: string },
  text: string,
  facts: AnswerFacts,
): FieldProblem | null {
  const thin = thinBecause(text, facts);
  if (thin === null) return null;
  const where = thin === 'repeated' ? repeatOf(text, facts.elsewhere) : null;
  const said = WORDS[thin](where);
  const problem = {
    pointer: at.pointer,
    code: `thinAnswer.${thin}`,
    message:
      at.where === undefined
        ? said
        : `${at.where}: ${said.charAt(0).toLocaleLowerCase('sv')}${said.slice(1)}`,
  };
  if (thin === 'missing') return problem;
  return { ...problem, fix: `${ADVICE[thin]} Till exempel: ”${ASKED[facts.question].example.sv}”` };
}
