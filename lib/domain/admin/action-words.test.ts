import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actionWords, knownActions } from '#lib/domain/admin/action-words.ts';

/** The actions that the code can write into the log: commands, queries, jobs, and the database's own functions. */
function actionsInCode(): string[] {
  const sources = globSync('lib/server/**/*.ts').filter(
    (file) => !/test\.ts$|\/(testing|generated)\//.test(file),
  );
  const found = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/\b(?:name|action): '([a-z]\w*\.\w+)'/gi)].map(([, action]) => action ?? '');
  });
  const migrations = globSync('prisma/migrations/*/migration.sql').flatMap((file) => {
    // Lists of states hold the same words.
    const text = readFileSync(file, 'utf8').replaceAll(/\bIN \([^)]*\)/g, '');
    return [...text.matchAll(/'(?!done')(\w+)', '(?:done|refused)'/g)].map(([, action]) => action ?? '');
  });
  return [...new Set([...found, ...migrations])].toSorted();
}

describe('the words of the log', () => {
  const actions = actionsInCode();

  it('are looked for where there is something to find', () => {
    expect(actions).toEqual(
      expect.arrayContaining(['report.decide', 'audit.search', 'login', 'statementRun.stop']),
    );
  });

  it.each(actions)('say in Swedish and English what %s is', (action) => {
    expect(actionWords(action, 'sv')).not.toBe(action);
    expect(actionWords(action, 'en')).not.toBe(action);
  });

  it('are different for different actions, so that a filter by words finds one', () => {
    for (const locale of ['sv', 'en'] as const) {
      const words = knownActions(locale).map((known) => known.words);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('fall back on the name of an action that nobody knows', () => {
    expect(actionWords('somethingOld.do', 'sv')).toBe('somethingOld.do');
  });
});
