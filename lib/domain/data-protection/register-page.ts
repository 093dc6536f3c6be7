import { PURPOSES, type PurposeCode } from '#lib/domain/data-protection/purposes.ts';
import { REGISTER } from '#lib/domain/data-protection/register.ts';
import { columnsOf, type RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';
import { retentionInWords } from '#lib/domain/data-protection/retention-rules.ts';
import { tableTitle } from '#lib/domain/data-protection/table-words.ts';

type Personal = Extract<RegisteredTable, { readonly purpose: PurposeCode }>;

const isPersonal = (table: RegisteredTable): table is Personal => table.retention !== 'none';
const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ') || '–';

function tableLine(table: Personal): string {
  const personal = [
    ...columnsOf(table, 'personal'),
    ...columnsOf(table, 'withheld'),
    ...columnsOf(table, 'secret'),
  ];
  return `| ${tableTitle(table.table)} (\`${table.table}\`) | ${code(personal)} | ${code(columnsOf(table, 'hand'))} | ${retentionInWords(table.retention)} |`;
}

function purposeSection(purpose: PurposeCode): string {
  const { why, ground, persons, recipients } = PURPOSES[purpose];
  const tables = REGISTER.filter(isPersonal).filter((table) => table.purpose === purpose);
  return [
    `## ${why}`,
    '',
    `- **Vad som tillåter det:** ${ground}`,
    `- **Vilka det gäller:** ${persons}`,
    `- **Vilka som får se det:** ${recipients}`,
    '',
    '| Vad | Uppgifter om personen | Den som har handlagt | Sparas |',
    '|---|---|---|---|',
    ...tables.map(tableLine),
    '',
  ].join('\n');
}

function restSection(): string {
  const rest = REGISTER.filter((table) => !isPersonal(table));
  const hands = rest.filter((table) => columnsOf(table, 'hand').length > 0);
  return [
    '## Utan uppgifter om enskilda',
    '',
    'I några av de här tabellerna står numret på den i tjänsten som har gjort något. När kontot är gallrat leder numret ingenstans.',
    '',
    '| Vad | Den som har handlagt |',
    '|---|---|',
    ...hands.map(
      (table) => `| ${tableTitle(table.table)} (\`${table.table}\`) | ${code(columnsOf(table, 'hand'))} |`,
    ),
    '',
    `Inga personuppgifter: ${code(rest.filter((table) => !hands.includes(table)).map(({ table }) => table))}.`,
    '',
  ].join('\n');
}

const HEAD = `# Så behandlar portalen personuppgifter

Registret över behandlingar (dataskyddsförordningen, artikel 30), gjort ur \`lib/domain/data-protection\` av \`npm run data-protection\`. Ändra där. Ett test
håller varje tabell och kolumn i databasen mot registret, ett annat det här dokumentet.

Utanför databasens tabeller: väntande mejl (adress och text, ett dygn efter att de har skickats), processernas loggar (nummer, aldrig namn), loggens
kontrollpunkter (inga personuppgifter) och säkerhetskopior, där det gallrade finns kvar tills kopian själv tas bort.

Inget gallras så länge något inte är avgjort: ett klagomål utan svar, ett bestritt belopp, en redovisning, ett resultat eller en handling som väntar, eller ett
beslut att ärendet ska bevaras. Vem som helst kan få ett utdrag av det som finns om en själv.
`;

/** The register as people read it, in Markdown. */
export function registerPage(): string {
  const purposes = Object.keys(PURPOSES) as PurposeCode[];
  return `${[HEAD, ...purposes.map(purposeSection), restSection()].join('\n').trimEnd()}\n`;
}
