import { describe, expect, test } from 'vitest';
import { makeLog, withoutValues } from '#lib/server/log.ts';

const canary = '199001012384';

function logged(write: (log: ReturnType<typeof makeLog>) => void): string {
  let said = '';
  const stream = {
    write(text: string) {
      said += text;
    },
  };
  write(makeLog('info', stream));
  return said;
}

describe('the log', () => {
  test.each(['identityNumber', 'givenName', 'email', 'authorization', 'cookie', 'body', 'text'])(
    'leaves out what is called %s, two levels deep',
    (name) => {
      const said = logged((log) => {
        log.info(
          { [name]: canary, one: { [name]: canary, two: { [name]: canary } }, reportId: 'r1' },
          'event',
        );
      });
      expect(said).not.toContain(canary);
      expect(said).toContain('r1');
    },
  );

  test('tells of an error what and where, without the values that databases quote', () => {
    const error = Object.assign(
      new Error(`duplicate key (identity_hash)=(${canary}) for "Anna Berg", row ${canary}`),
      { code: '23505' },
    );
    const said = logged((log) => log.error({ err: error }, 'request failed'));
    expect(said).not.toContain(canary);
    expect(said).not.toContain('Anna');
    expect(said).toContain('23505');
    expect(said).toContain('log.test.ts');
  });

  test('takes values out of a cause, too', () => {
    const error = new Error('outer', { cause: new Error(`inner ${canary}`) });
    expect(logged((log) => log.error({ err: error }))).not.toContain(canary);
  });
});

test.each([
  ['port 3000 in 12345 ms', 'port 3000 in 12345 ms'],
  ["value '19900101-2384' is wrong", 'value … is wrong'],
  ['19900101-2384', '…'],
])('%s becomes %s', (given, kept) => {
  expect(withoutValues(given)).toBe(kept);
});
