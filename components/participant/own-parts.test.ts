import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Every component that the pages of participants, and what they hand out, are made of. */
function componentsOf(pages: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const [, named = ''] of readFileSync(file, 'utf8').matchAll(/from '([#.][^']+)'/g)) {
      const imported = named.startsWith('#') ? named.slice(1) : path.join(path.dirname(file), named);
      if (/^(app|components)\//.test(imported)) walk(imported);
    }
  };
  for (const page of pages) walk(page);
  return found;
}

const OWN = /^(app\/|components\/(choice|experience|frame|participant|receipt|ui)\/)/;

test('pages of participants are made of their own components: no form of staff comes with them', () => {
  const pages = globSync(['app/participant/**/*.tsx', 'app/*/shared-plan/**/*.tsx']);
  const components = componentsOf(pages);
  expect(pages.length).toBeGreaterThan(20);
  expect(components.size).toBeGreaterThan(100);
  expect([...components].filter((file) => !OWN.test(file))).toEqual([]);
});

test('pages of participants run no code of staff in the browser', () => {
  const inBrowser = [...componentsOf(globSync('app/participant/**/*.tsx'))].filter((file) =>
    readFileSync(file, 'utf8').startsWith("'use client'"),
  );
  expect(inBrowser.filter((file) => !/^components\/(frame|ui)\//.test(file))).toEqual([]);
  for (const file of inBrowser) expect(readFileSync(file, 'utf8')).not.toMatch(/react-hook-form|react-query/);
});
