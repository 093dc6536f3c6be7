import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Queries that write no entry into the log, though participants stand in what they ask: each says why. */
const KNOWN = [
  'assistance.countLetters: how many letters wait',
  'protectedIdentity.mayOpen: whether the asker is named for them; what is opened has its entry',
];

const PERSONAL =
  /\b(?:FROM|JOIN) participant\b|participantName|participant_ids|identity_number|identityNumber/;

type Unlogged = { readonly name: string; readonly text: string };

/** The queries of a source that say `reads: () => null`, each from its `defineQuery` on. */
function unloggedIn(source: string): Unlogged[] {
  return source
    .split(/(?=defineQuery<)/)
    .filter((part) => part.startsWith('defineQuery<'))
    .flatMap((part) => {
      const end = part.indexOf('reads: () => null');
      const name = /name: '([^']+)'/.exec(part)?.[1];
      return end === -1 || name === undefined ? [] : [{ name, text: part.slice(0, end) }];
    });
}

const unlogged = globSync('lib/server/**/*.ts')
  .filter((file) => !/\.i?test\.ts$|\/testing\//.test(file))
  .flatMap((file) => unloggedIn(readFileSync(file, 'utf8')));

describe('who has read about me', () => {
  it('is complete: a query without an entry asks for no participant', () => {
    expect(unlogged.length).toBeGreaterThan(40);
    const asking = unlogged.filter(({ text }) => PERSONAL.test(text)).map(({ name }) => name);
    expect(asking.filter((name) => !KNOWN.some((known) => known.startsWith(`${name}:`)))).toEqual([]);
  });

  it('would find one that does', () => {
    const planted = `export const x = defineQuery<null, unknown>({ name: 'x.list',
      run: (tx) => tx.$queryRaw\`SELECT 1 FROM participant p\`, reads: () => null });`;
    expect(unloggedIn(planted).map(({ name, text }) => [name, PERSONAL.test(text)])).toEqual([
      ['x.list', true],
    ]);
  });
});
