import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { isStaffDoor } from '#lib/shared/i18n/door.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

/** What a page shared by all shows to staff alone: which frame, and which words, is decided when it is asked for. */
const STAFF_SIDE = /^app\/(_staff|admin|payments|provider|review)\//;

const PAGES = globSync(
  'app/**/{page,layout,not-found,forbidden,error,global-error,open-layout,bare-page}.tsx',
  {
    cwd: ROOT,
  },
).filter((file) => !STAFF_SIDE.test(file) && !isStaffDoor(routeOf(file)));

/** The address of a page's file, without the groups in parentheses: `app/(public)/login/page.tsx` is `/login`. */
function routeOf(file: string): string {
  const parts = path.dirname(file).split(path.sep).slice(1);
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
}

/** Files of components and pages that a file imports, types apart. */
function importsOf(file: string): string[] {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  return [...source.matchAll(/^(?:import|export)\s+(?!type\s)[^;]*?from '([#.][^']+)';/gms)]
    .map(([, from = '']) => (from.startsWith('#') ? from.slice(1) : path.join(path.dirname(file), from)))
    .filter((target) => /^(app|components)\//.test(target) && !STAFF_SIDE.test(target))
    .filter((target) => existsSync(path.join(ROOT, target)));
}

/** Every file that a page of participants is made of, and through which one it came. */
function filesOf(pages: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map(pages.map((page) => [page, page]));
  for (const [file] of found) {
    for (const target of importsOf(file)) if (!found.has(target)) found.set(target, file);
  }
  return found;
}

const FILES = [...filesOf(PAGES)];

/** Features whose words a file asks for. */
function featuresIn(file: string): string[] {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  const asked = source.matchAll(/(?:useTranslations|getTranslations)\(\s*'([\w-]+)/g);
  return [...new Set([...asked].map(([, feature = '']) => feature))];
}

describe('a page of participants', () => {
  test('is found behind each of their doors', () => {
    expect(PAGES).toContain('app/participant/page.tsx');
    expect(PAGES).toContain(path.join('app/(public)/login/page.tsx'));
    expect(PAGES).not.toContain('app/provider/page.tsx');
    expect(FILES.map(([file]) => file)).toContain('components/frame/participant-frame.tsx');
  });

  test('has words that exist in eight languages', () => {
    const foreign = FILES.flatMap(([file, through]) =>
      featuresIn(file)
        .filter((feature) => !PARTICIPANT_FEATURES.some((own) => own === feature))
        .map((feature) => `${feature}: ${file} (from ${through})`),
    );
    expect(foreign).toEqual([]);
  });

  test('asks for no words that exist in Swedish and English alone', () => {
    const narrowed = FILES.filter(([file]) =>
      /\b(useStaffLocale|getStaffLocale)\b/.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(narrowed.map(([file, through]) => `${file} (from ${through})`)).toEqual([]);
  });
});
