import { memberAt, type MemberKind, placeOf, stepsOf } from '#lib/domain/agreement/member.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Words of addresses: an agreement version with such an id could not be reached. */
const RESERVED = ['new', 'drafts'];
const ID = /^[a-z0-9][a-z0-9.-]{2,62}$/;

const REASONS: Readonly<Record<string, string>> = {
  required: 'uppgiften saknas.',
  notString: 'det som står är ingen text.',
  notBoolean: 'svaret är varken ja eller nej.',
  notDate: 'det som står är inget datum.',
  notInteger: 'det som står är inget tal som går att läsa.',
  outOfRange: 'talet är för litet eller för stort.',
  unknownValue: 'värdet är inte ett av dem som kan användas.',
  notList: 'det som står är ingen lista.',
  notObject: 'det som står har inga uppgifter i sig.',
  empty: 'listan är tom.',
  notSorted: 'raden kommer inte efter den före.',
  noSuchMilestone: 'ingen milstolpe har så många månader.',
  unknownMember: 'uppgiften finns inte i ersättningsmodellen.',
};

const REMEDIES: Partial<Record<MemberKind, string>> = {
  kronor: 'Ange kronor, minst 0, med högst två decimaler, till exempel 65 eller 65,50.',
  percentShare: 'Ange procent med högst en decimal, till exempel 50 eller 33,3.',
  percent: 'Ange hela procent från 1 till 100.',
  date: 'Ange ett datum som finns, skrivet som 2027-01-01.',
};

function remedyOf({ code, message, pointer }: FieldProblem): string {
  if (code === 'notSorted') return 'Ställ raderna i stigande ordning och ta bort dubbletter.';
  if (code === 'empty') return 'Lägg till minst en rad eller ett val.';
  if (code === 'noSuchMilestone') return 'Skriv månaderna för en av milstolparna.';
  if (code === 'unknownMember') return 'Ta bort uppgiften, eller rätta stavningen av den.';
  const kind = memberAt(stepsOf(pointer))?.kind;
  const own = kind === undefined ? undefined : REMEDIES[kind];
  if (own !== undefined && ['required', 'notInteger', 'outOfRange', 'notDate'].includes(code)) return own;
  return code === 'required' ? 'Fyll i den.' : message;
}

function inWords(fault: FieldProblem): FieldProblem {
  const { pointer, code, message } = fault;
  const reason = code === 'sharesNot1000' ? 'andelarna blir inte 100 % tillsammans.' : REASONS[code];
  const fix =
    code === 'sharesNot1000' ? 'Ändra andelarna så att de blir 100 % tillsammans.' : remedyOf(fault);
  return { pointer, code, message: `${placeOf(pointer)}: ${reason ?? message}`, fix };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members that the model does not know. Elsewhere they are ignored; here one is almost surely a misspelt one. */
function unknownMembers(given: unknown, read: unknown, pointer = ''): readonly FieldProblem[] {
  if (Array.isArray(given) && Array.isArray(read)) {
    return given.flatMap((one: unknown, index) => unknownMembers(one, read[index], `${pointer}/${index}`));
  }
  if (!isRecord(given) || !isRecord(read)) return [];
  return Object.entries(given).flatMap(([key, value]) =>
    Object.hasOwn(read, key)
      ? unknownMembers(value, read[key], `${pointer}/${key}`)
      : [{ pointer: `${pointer}/${key}`, code: 'unknownMember', message: '' }],
  );
}

function idFaults(id: string): readonly FieldProblem[] {
  if (ID.test(id) && !RESERVED.includes(id)) return [];
  return [
    {
      pointer: '/id',
      code: 'notId',
      message: 'Beteckning: den kan inte användas.',
      fix: 'Skriv 3–63 tecken: små bokstäver a–z, siffror, punkt och bindestreck, till exempel rom2-2027.',
    },
  ];
}

/**
 * All that keeps a document from being an agreement version, each with its place in words, the reason and the remedy;
 * pointers lead into the document. None: it can be calculated with. Compensation model section 1.
 */
export function agreementFaults(document: unknown): readonly FieldProblem[] {
  const read = validateAgreement(document);
  if (!read.ok) return read.error.map(inWords);
  const name = read.value.name.trim() === '' ? [{ pointer: '/name', code: 'required', message: '' }] : [];
  return [...idFaults(read.value.id), ...[...name, ...unknownMembers(document, read.value)].map(inWords)];
}
