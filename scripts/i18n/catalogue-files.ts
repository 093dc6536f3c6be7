import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Feature, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import type { Words } from '#lib/shared/i18n/filled-in.ts';
import { flatMessages } from '#lib/shared/i18n/flat-messages.ts';
import { LOCALES, type Locale, STAFF_LOCALES } from '#lib/shared/i18n/locale.ts';

const FOLDER = path.join(import.meta.dirname, '../../lib/shared/i18n');

/** Languages that hold what participants read and nothing else. */
export const PARTICIPANT_LOCALES = LOCALES.filter(
  (locale) => !STAFF_LOCALES.some((staff) => staff === locale),
);

export type FlatMessages = ReadonlyMap<string, string>;

function fileOf(locale: Locale, feature: string): string {
  return path.join(FOLDER, locale, `${feature}.json`);
}

/** What a language itself says of a feature, by whole key; nothing where its file is not there yet. */
export function readFeature(locale: Locale, feature: Feature): FlatMessages {
  const file = fileOf(locale, feature);
  if (!existsSync(file)) return new Map();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tests hold each file against this shape
  return new Map(flatMessages(JSON.parse(readFileSync(file, 'utf8')) as Words, feature));
}

/** What a language itself says of everything that participants read. */
export function readParticipantMessages(locale: Locale): FlatMessages {
  return new Map(PARTICIPANT_FEATURES.flatMap((feature) => [...readFeature(locale, feature)]));
}

type Branch = { [key: string]: string | Branch };

/** The messages as a file holds them, in the order of the source. */
function treeOf(messages: FlatMessages, order: Iterable<string>): Branch {
  const root: Branch = {};
  for (const key of order) {
    const message = messages.get(key);
    if (message === undefined) continue;
    const parts = key.split('.').slice(1);
    const last = parts.pop() ?? '';
    let at = root;
    for (const part of parts) {
      const next = at[part];
      at = typeof next === 'object' ? next : (at[part] = {});
    }
    at[last] = message;
  }
  return root;
}

/** Writes a language's files anew in the order of the Swedish ones; what Swedish no longer says is left out. */
export function writeParticipantMessages(locale: Locale, messages: FlatMessages): void {
  mkdirSync(path.join(FOLDER, locale), { recursive: true });
  for (const feature of PARTICIPANT_FEATURES) {
    const tree = treeOf(messages, readFeature('sv', feature).keys());
    writeFileSync(fileOf(locale, feature), `${JSON.stringify(tree, null, 2)}\n`);
  }
  writeFileSync(path.join(FOLDER, `catalogue-${locale}.ts`), catalogueSource(locale));
}

const variable = (name: string) => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const constant = (locale: Locale) => locale.toUpperCase().replaceAll('-', '_');

function catalogueSource(locale: Locale): string {
  const imports = PARTICIPANT_FEATURES.map(
    (feature) =>
      `import ${variable(feature)} from '#lib/shared/i18n/${locale}/${feature}.json' with { type: 'json' };`,
  );
  const lines = PARTICIPANT_FEATURES.map((feature) =>
    variable(feature) === feature ? `  ${feature},` : `  '${feature}': ${variable(feature)},`,
  );
  return [
    '// Made by scripts/i18n-missing.ts from PARTICIPANT_FEATURES.',
    ...imports,
    '',
    `export const ${constant(locale)} = {`,
    ...lines,
    '};',
    '',
  ].join('\n');
}
