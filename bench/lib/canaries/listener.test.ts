import { describe, expect, test, vi } from 'vitest';
import { Listener } from '#bench/lib/canaries/listener.ts';
import { Aviary, newToken } from '#lib/server/testing/canaries/canary.ts';

const [open, hidden] = [newToken(), newToken()];
const aviary = new Aviary();
aviary.add({ token: open, participantId: 'p1', field: 'plan.goal' });
aviary.add({ token: hidden, participantId: 'p2', field: 'person.family_name' });
aviary.add({ token: '199001012384', participantId: 'p1', field: 'person_identity.identity_number' });

function heardBy(
  related: readonly string[],
  named: readonly string[],
  path: string,
  text: string,
): readonly string[] {
  vi.spyOn(console, 'log').mockReturnValue();
  const listener = new Listener(aviary, new Set(['p2']));
  listener.as('x', { related: new Set(related), named: new Set(named) })({ path, status: 200, text });
  return listener.leaks.map((leak) => `${leak.protected ? 'protected' : 'personal'} ${leak.field}`);
}

describe('a canary', () => {
  test.each([
    ['is heard by who has no relation', [], [], 'personal plan.goal', `<b>x ${open}</b>`],
    [
      'of the protected is heard by who is not named',
      ['p2'],
      [],
      'protected person.family_name',
      `${hidden};1`,
    ],
    ['is heard as a number', [], [], 'personal person_identity.identity_number', 'nr=199001012384'],
  ])('%s', (_, related, named, leak, text) => {
    expect(heardBy(related, named, '/', text)).toEqual([leak]);
  });

  test('is nothing to who may meet it', () => {
    expect(heardBy(['p1', 'p2'], ['p2'], '/', `${open} ${hidden}`)).toEqual([]);
  });

  test('of who somebody is never stands in an address, whoever asks', () => {
    expect(heardBy(['p1'], [], '/provider?q=199001012384', '')).toEqual([
      'personal person_identity.identity_number',
    ]);
  });
});

test('logs and mails are heard whosever they are', () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const listener = new Listener(aviary, new Set(['p2']));
  listener.inFile('log', 'portal.log', `{"msg":"${open}"}`);
  expect(listener.leaks).toMatchObject([{ who: 'log', field: 'plan.goal' }]);
});
