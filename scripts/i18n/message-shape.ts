import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  type MessageFormatElement,
  parse,
  type PluralElement,
} from '@formatjs/icu-messageformat-parser';

/** Names and kinds of what is put into a message, also within plurals, choices and tags. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isPluralElement(element) || isSelectElement(element)) {
      const kind = isPluralElement(element)
        ? 'plural'
        : `select ${Object.keys(element.options).toSorted().join()}`;
      const inner = Object.values(element.options).flatMap((option) => argumentsOf(option.value));
      // The number of a plural may be put in by its name, too: that is what # stands for.
      return [
        `${element.value}: ${kind}`,
        ...inner.filter((argument) => argument !== `${element.value}: text`),
      ];
    }
    if (isTagElement(element)) return [`<${element.value}>`, ...argumentsOf(element.children)];
    if (isPoundElement(element) || !('value' in element)) return [];
    if (isNumberElement(element) || isDateElement(element) || isTimeElement(element)) {
      return [`${element.value}: formatted`];
    }
    return isArgumentElement(element) ? [`${element.value}: text`] : [];
  });
}

/** What a message takes, in an order of its own: two messages of the same shape can stand for each other. */
export function shapeOf(message: string): string[] {
  return [...new Set(argumentsOf(parse(message)))].toSorted();
}

function pluralsOf(elements: readonly MessageFormatElement[]): PluralElement[] {
  return elements.flatMap((element) => {
    if (isTagElement(element)) return pluralsOf(element.children);
    if (!isPluralElement(element) && !isSelectElement(element)) return [];
    const inner = Object.values(element.options).flatMap((option) => pluralsOf(option.value));
    return isPluralElement(element) ? [element, ...inner] : inner;
  });
}

/** Counts that a form is looked for in: beyond them every language begins anew. */
const COUNTS = Array.from({ length: 101 }, (_, count) => count);

/** Whether a plural goes on beyond what it lists one by one: what is said of all others has the number in it. */
function isOpen({ value, options }: PluralElement): boolean {
  const other = options['other']?.value ?? [];
  return hasPound(other) || argumentsOf(other).includes(`${value}: text`);
}

/** Which counts a message says otherwise when there is one. What is said alike of all is a figure beside words that stay. */
function countsWords(source: string): string[] {
  return pluralsOf(parse(source))
    .filter(({ options }) => 'one' in options || '=1' in options)
    .map(({ value }) => value);
}

/**
 * What is wrong with the plurals of a translation: a form of the language that it lacks where the source has its own for one, or
 * a form that the language does not have.
 */
export function pluralFaults(source: string, message: string, locale: string): string[] {
  const counted = countsWords(source);
  const rules = new Intl.PluralRules(locale);
  const known = rules.resolvedOptions().pluralCategories;
  return pluralsOf(parse(message)).flatMap((plural) => {
    const given = Object.keys(plural.options);
    const said = (count: number) => given.includes(`=${count}`) || given.includes(rules.select(count));
    // Nothing is often said in a way of its own, or with the form of all others.
    const unsaid =
      isOpen(plural) && counted.includes(plural.value)
        ? COUNTS.filter((count) => count > 0 && !said(count))
        : [];
    const missing = new Set(unsaid.map((count) => rules.select(count)));
    const foreign = given.filter((form) => !form.startsWith('=') && !known.some((each) => each === form));
    return [
      ...[...missing].map((form) => `${plural.value} lacks "${form}"`),
      ...foreign.map((form) => `${plural.value} has "${form}", which the language does not`),
    ];
  });
}

function hasPound(elements: readonly MessageFormatElement[]): boolean {
  return elements.some((element) => {
    if (isPoundElement(element)) return true;
    if (isTagElement(element)) return hasPound(element.children);
    if (!isPluralElement(element) && !isSelectElement(element)) return false;
    return Object.values(element.options).some((option) => hasPound(option.value));
  });
}

/** Whether a number is written the way of the language: in Dari that would be with other figures than on every paper. */
export function writesOwnFigures(message: string): boolean {
  return hasPound(parse(message));
}
