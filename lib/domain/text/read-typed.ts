import { capitalFirst } from '#lib/shared/capital-first.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';

/** Says what is wrong with a field: where, by which code, in a sentence, and what to do where the sentence does not say. */
export type Tell = (pointer: string, code: string, message: string, fix?: string) => void;

/** The day that was typed, or null, having told that it is none; `what` names it in the sentence, as `första dagen`. */
export function readDay(text: string, pointer: string, what: string, tell: Tell): PlainDate | null {
  const day = parsePlainDate(text.trim());
  if (day === null)
    tell(pointer, 'dateInvalid', `${capitalFirst(what)} ska vara ett datum, till exempel 2026-03-01.`);
  return day;
}

/** A whole number of per cent of full time, 1–100, or null. */
export function readExtentPercent(text: string): number | null {
  const percent = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return percent >= 1 && percent <= 100 ? percent : null;
}

/** As `readExtentPercent`, having told at `pointer` where it is none. */
export function readExtent(text: string, pointer: string, tell: Tell): number | null {
  const percent = readExtentPercent(text);
  if (percent === null)
    tell(pointer, 'extentInvalid', 'Omfattningen ska vara ett helt tal från 1 till 100 procent.');
  return percent;
}

/** The digits of an organisation number as people type it: without space, hyphen or the 16 that files put before it. */
export function orgNoDigits(text: string): string {
  return text.replaceAll(/[\s-]/g, '').replace(/^16(?=\d{10}$)/, '');
}
