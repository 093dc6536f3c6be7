import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { isStaffDoor } from '#lib/shared/i18n/door.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

/** What a page shared by all shows to staff alone: which frame, and which words, is decided when it is asked for. */
const STAFF_SIDE = /^app\/(_staff|admin|payments|protected|provider|review)\//;

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

/** Utilities that name a side of the screen instead of a side of the text. */
const PHYSICAL =
  /(?<=["'`\s:])-?((?:m[lr]|p[lr]|left|right|scroll-[mp][lr]|translate-x|space-x)-[^"'`\s]+|(?:border-[lr]|rounded-(?:l|r|tl|tr|bl|br)|divide-x)(?:-[^"'`\s]+)?|(?:text|float|clear)-(?:left|right))(?=["'`\s])/g;

/** Rules of style that do; a picture behind an arrow has its own rule for each direction. */
const PHYSICAL_RULE =
  /(?:^|[\s{;])(?:(?:margin|padding|border)-(?:left|right)[\w-]*\s*:|(?:left|right)\s*:|float\s*:\s*(?:left|right)|text-align\s*:\s*(?:left|right))/gm;

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

  test('is laid out from its start to its end, never from left to right', () => {
    const fixed = FILES.flatMap(([file]) => {
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      return [...source.matchAll(PHYSICAL)].map(([, utility = '']) => `${utility}: ${file}`);
    });
    expect(fixed).toEqual([]);
  });
});

test('the styles of the look turn with the direction of the page', () => {
  const sheets = globSync('{components/ui/styles,components/frame}/*.css', { cwd: ROOT });
  const fixed = sheets.flatMap((file) => {
    const source = readFileSync(path.join(ROOT, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    return [...source.matchAll(PHYSICAL_RULE)].map(([rule]) => `${rule.trim()}: ${file}`);
  });
  expect(sheets.length).toBeGreaterThan(5);
  expect(fixed).toEqual([]);
});

test('a utility of one side is found wherever it stands', () => {
  for (const classes of [
    '"ml-2"',
    "'x max-md:-mr-4'",
    '`pl-[3px] y`',
    '"text-left"',
    '"border-r"',
    '"space-x-2"',
  ])
    expect(classes.match(PHYSICAL)).not.toBeNull();
  for (const classes of ['"ms-2 pe-4"', '"text-start"', '"border-s"', '"inset-x-4"', '"translate-y-1"'])
    expect(classes.match(PHYSICAL)).toBeNull();
});
