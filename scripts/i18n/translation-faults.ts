import type { Locale } from '#lib/shared/i18n/locale.ts';
import { pluralFaults, shapeOf, writesOwnFigures } from '#scripts/i18n/message-shape.ts';

/** Figures that are not those of Swedish papers. */
const OTHER_FIGURES = /[\u0660-\u0669\u06F0-\u06F9\u1369-\u137C]/u;

/** Why a text cannot stand for a Swedish one in a language; nothing where it can. */
export function translationFaults(locale: Locale, source: string | undefined, text: string): string[] {
  if (source === undefined) return ['there is no such key'];
  if (text.trim() === '') return ['has no words'];
  try {
    return [
      ...shapeFaults(source, text),
      ...pluralFaults(source, text, locale),
      ...figureFaults(locale, text),
    ];
  } catch (error) {
    if (error instanceof SyntaxError) return [`cannot be read: ${error.message}`];
    throw error;
  }
}

function shapeFaults(source: string, text: string): string[] {
  const wanted = shapeOf(source);
  const given = shapeOf(text);
  return [
    ...wanted.filter((argument) => !given.includes(argument)).map((argument) => `lacks ${argument}`),
    ...given
      .filter((argument) => !wanted.includes(argument))
      .map((argument) => `has ${argument}, which Swedish does not`),
  ];
}

function figureFaults(locale: Locale, text: string): string[] {
  const faults = OTHER_FIGURES.test(text) ? ['has figures that are not 0–9'] : [];
  return locale === 'prs' && writesOwnFigures(text)
    ? [...faults, 'writes # with other figures: put the number in by its name, {count}']
    : faults;
}
