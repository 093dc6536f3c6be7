import type { DocumentPlacement } from '#lib/domain/document/document.ts';
import {
  EXTENSION_PARTS,
  type ExtensionContent,
  type ExtensionPart,
  type TypedExtension,
} from '#lib/domain/extension/extension.ts';
import { type TextRemark, textRemarks } from '#lib/domain/text/text-remarks.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Least number of characters of a part: a sentence that says something. */
const LEAST_EXTENSION_TEXT = 30;

const MISSING: Readonly<Record<ExtensionPart, string>> = {
  done: 'Beskriv vad som har gjorts',
  progress: 'Beskriv hur det har gått och vad som har blivit bättre',
  remains: 'Beskriv vad som återstår',
  why: 'Beskriv varför en period till hjälper',
  aim: 'Beskriv målet med en period till',
};

const NAMES: Readonly<Record<ExtensionPart, string>> = {
  done: 'Vad som har gjorts',
  progress: 'Hur det har gått',
  remains: 'Vad som återstår',
  why: 'Varför en period till',
  aim: 'Målet',
};

/**
 * The basis that was typed, or every part that says too little or the same as another (service description section 3: the
 * provider gives its basis for an extension). `to` is the first day after the period.
 */
export function readExtension(
  typed: TypedExtension,
  { to }: Pick<DocumentPlacement, 'to'>,
): Result<ExtensionContent, readonly FieldProblem[]> {
  const faults = EXTENSION_PARTS.flatMap((part, index): FieldProblem[] => {
    const text = typed[part];
    if (text.length < LEAST_EXTENSION_TEXT)
      return [
        {
          pointer: `/${part}`,
          code: 'tooShort',
          message: `${MISSING[part]}, på minst ${LEAST_EXTENSION_TEXT} tecken.`,
        },
      ];
    const same = EXTENSION_PARTS.slice(0, index).find((other) => typed[other] === text);
    return same === undefined
      ? []
      : [
          {
            pointer: `/${part}`,
            code: 'sameText',
            message: `Det här är samma text som under ”${NAMES[same]}”. Skriv det som hör hit.`,
          },
        ];
  });
  return faults.length > 0 ? err(faults) : ok({ ...typed, answerBy: addDays(to, -1) });
}

/** Days before the period ends from which a basis is not early. */
const EARLY_DAYS = 60;

/** What to look at once more: identity numbers, words of health, a basis long before it is due. */
export function extensionRemarks(content: ExtensionContent, today: PlainDate): readonly TextRemark[] {
  const sensitive = EXTENSION_PARTS.flatMap((part) => textRemarks(`/${part}`, NAMES[part], content[part]));
  const left = daysBetween(today, content.answerBy);
  if (left <= EARLY_DAYS) return sensitive;
  return [
    ...sensitive,
    {
      pointer: '',
      message: `Perioden slutar först ${formatDate(content.answerBy)}. Det går bra att skicka nu, men mycket kan hinna hända.`,
    },
  ];
}
