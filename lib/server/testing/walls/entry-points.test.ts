import { describe, expect, test } from 'vitest';
import {
  filesOf,
  listEntryPoints,
  listPages,
  listRoutes,
  listUseCases,
  methodsOf,
  sourceOf,
} from '#lib/server/testing/walls/entry-points.ts';
import { BARE_REACHES, OPEN_DOORS } from '#lib/server/testing/walls/open-doors.ts';
import { asksWho, bareFiles, bareReach } from '#lib/server/testing/walls/reaches-data.ts';

const IMPORTS_TAKE = 60_000;

/** Given by whoever runs the portal's machine and its files, by no request: such a use case may be its module's own. */
const ON_THE_MACHINE = "['authority-load']";

describe('Every way in is found in the code', () => {
  test(
    'pages, routes, commands, queries and jobs, each once',
    async () => {
      const all = await listEntryPoints();
      const count = (kind: string): number => all.filter((entry) => entry.kind === kind).length;
      expect(count('page')).toBe(filesOf('app/**/page.tsx').length);
      expect(count('route')).toBe(filesOf('app/**/route.{ts,tsx}').length);
      for (const kind of ['page', 'route', 'job'] as const)
        expect(
          new Set(all.filter((entry) => entry.kind === kind).map((entry) => entry.file + entry.name)).size,
        ).toBe(count(kind));
      expect(count('command')).toBeGreaterThan(150);
      expect(count('query')).toBeGreaterThan(150);
    },
    IMPORTS_TAKE,
  );

  test(
    'a command or query that its module keeps to itself would be found by nobody',
    async () => {
      const found = new Set((await listUseCases()).map(({ name }) => name));
      const hidden = filesOf('lib/server/**/*.ts')
        .filter((file) => !/\.i?test\.ts$|\/testing\//.test(file))
        .flatMap((file) =>
          [
            ...sourceOf(file).matchAll(
              /define(?:Command|Query)(?:<[^(]*>)?\(\{\s*name: '([^']+)',\s*mandates: ([^\n]*),/g,
            ),
          ]
            .filter(([, name, mandates]) => !found.has(name ?? '') && mandates !== ON_THE_MACHINE)
            .map(([, name]) => name ?? '')
            .map((name) => `${file}: ${name}`),
        );
      expect(hidden).toEqual([]);
    },
    IMPORTS_TAKE,
  );

  test('one below a folder with a dot before its name, too', () => {
    const addresses = listRoutes().map(({ path }) => path);
    expect(addresses).toEqual(expect.arrayContaining(['/.well-known/audit-keys.json', '/api/health']));
  });

  test('a route says what it answers to', () => {
    expect(listRoutes().filter(({ methods }) => methods.length === 0)).toEqual([]);
    expect(methodsOf('export const POST = commandRoute(one, {});')).toEqual(['POST']);
    expect(methodsOf("export { closeCode as POST } from '#lib/x.ts';")).toEqual(['POST']);
    expect(methodsOf('export async function GET() {}\nexport const { PUT, PATCH } = both;')).toEqual([
      'GET',
      'PUT',
      'PATCH',
    ]);
  });
});

describe('Nothing in app reaches data by itself', () => {
  test('pages and routes ask who somebody is, or say why they need not', () => {
    const open = [...listPages(), ...listRoutes()]
      .filter(({ file }) => !asksWho(file))
      .map(({ file }) => file);
    expect(open.toSorted()).toEqual(Object.keys(OPEN_DOORS).toSorted());
  });

  test('rows are read and written by commands and queries alone', () => {
    expect(bareFiles().toSorted()).toEqual(Object.keys(BARE_REACHES).toSorted());
  });

  test('a file that goes round them is found', () => {
    expect(bareReach('const rows = await listRows(database());')).toBe('database()');
    expect(bareReach('await inTransaction(database(), actor, (tx) => rows(tx));')).toBe('inTransaction');
    expect(bareReach('await ask(rows, {}, { database: database(), actor, now: now() });')).toBeNull();
  });
});
