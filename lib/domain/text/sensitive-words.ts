import { identityNumberFault } from '#lib/domain/placement/identity-number.ts';

/** A part of a text that perhaps should not stand there. */
export type SensitivePart = { readonly kind: 'identityNumber' | 'health'; readonly words: string };

/** With or without century and separator: 19900101-2385, 900101-2385, 900101 2385. */
const NUMBERS = /(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)/g;

/**
 * Beginnings of words that tell of somebody's health. Not those of the service itself: ”hälsofrämjande aktiviteter” is one
 * of its activities. Whole words are marked with a space.
 */
const HEALTH = [
  'adhd ',
  'add ',
  'alkoholism',
  'alkoholproblem',
  'anorexi',
  'asperger',
  'autis',
  'bipolär',
  'bulimi',
  'cancer',
  'demens',
  'depression',
  'deprimerad',
  'diabetes',
  'diagnos',
  'epilep',
  'fibromyalgi',
  'funktionsnedsättning',
  'gravid',
  'handikapp',
  'hiv ',
  'kronisk',
  'läkemedel',
  'medicinering',
  'missbruk',
  'panikångest',
  'psykiatri',
  'psykisk',
  'psykos',
  'ptsd ',
  'schizofreni',
  'sjukdom',
  'sjukskriv',
  'självmord',
  'stroke ',
  'utbränd',
  'utmattning',
  'ångest',
  'addiction',
  'anxiety',
  'autism',
  'bipolar',
  'chronic',
  'depressed',
  'diabetic',
  'diagnosis',
  'disability',
  'disease',
  'illness',
  'medication',
  'pregnan',
  'psychiatr',
  'psychosis',
  'sick leave',
  'suicid',
] as const;

/**
 * Parts of a text that look like identity numbers, or tell of somebody's health (service description section 5): they are
 * pointed out before it is saved, never removed. An identity number is a date with four digits of which the last checks,
 * of this century or the one before where none is given. Each part once, in the order found.
 */
export function sensitiveParts(text: string): readonly SensitivePart[] {
  const numbers = [...text.matchAll(NUMBERS)]
    .map(([found]) => found)
    .filter((found) => isIdentityNumber(found));
  const health = [...text.matchAll(HEALTH_WORDS)].map(([found]) => found);
  return [
    ...[...new Set(numbers)].map((words) => ({ kind: 'identityNumber', words }) as const),
    ...[...new Set(health)].map((words) => ({ kind: 'health', words }) as const),
  ];
}

/** A word from its beginning to its end; those marked as whole end where they are marked. */
const HEALTH_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${HEALTH.map((word) => (word.endsWith(' ') ? `${word.trim()}(?![\\p{L}\\p{N}])` : `${word}\\p{L}*`)).join('|')})`,
  'giu',
);

function isIdentityNumber(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  const centuries = digits.length === 12 ? [''] : ['19', '20'];
  return centuries.some((century) => identityNumberFault(`${century}${digits}`) === null);
}
