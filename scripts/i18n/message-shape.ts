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

/** Forms that nobody has to write: nothing is said with `=0` in some, and `other` stands for it. */
const OPTIONAL: readonly string[] = ['zero'];

/** What is wrong with the plurals of a message in a language: a form it lacks, or one that the language does not have. */
export function pluralFaults(message: string, locale: string): string[] {
  const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return pluralsOf(parse(message)).flatMap(({ value, options }) => {
    const given = Object.keys(options);
    const missing = known.filter((form) => !OPTIONAL.includes(form) && !given.includes(form));
    const foreign = given.filter((form) => !form.startsWith('=') && !known.some((each) => each === form));
    return [
      ...missing.map((form) => `${value} lacks "${form}"`),
      ...foreign.map((form) => `${value} has "${form}", which the language does not`),
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
