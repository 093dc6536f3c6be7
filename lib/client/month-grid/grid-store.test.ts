import { describe, expect, test } from 'vitest';
import { createGridStore } from '#lib/client/month-grid/grid-store.ts';
import { fakeBrowser } from '#lib/client/month-grid/testing/fake-browser.ts';
import { gridRow, keepingServer, monthOf } from '#lib/client/month-grid/testing/grid.ts';

const FIELD = 'mapping:onSite';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function open(
  names: readonly string[] = ['a', 'b'],
  more: { browser?: ReturnType<typeof fakeBrowser>; personId?: string; isFull?: boolean } = {},
) {
  const browser = more.browser ?? fakeBrowser();
  const server = keepingServer();
  const tab = browser.open(server.transport, () => more.isFull === true);
  const store = createGridStore({
    grid: monthOf(names),
    personId: more.personId ?? 'ada',
    locale: 'sv',
    ports: () => tab.ports,
  });
  const stop = store.start();
  const type = (placementId: string, text: string): void => store.edit([{ placementId, field: FIELD, text }]);
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 100) {
      browser.pass(Math.min(left, 100));
      await settle();
    }
  };
  return { browser, server, tab, store, stop, type, pass };
}

describe('what is typed is kept by itself', () => {
  test('at the latest a second and a half after it was typed, in one call however many keys it was', async () => {
    const { server, store, type, pass } = open();
    type('a', '9');
    await pass(700);
    type('a', '90');
    expect(store.saving()).toMatchObject({ kind: 'saving', isUnsaved: true });
    await pass(800);
    expect(server.calls).toMatchObject([{ rows: [{ placementId: 'a', typed: { [FIELD]: '90' } }] }]);
    expect(store.saving()).toMatchObject({ kind: 'saved', isUnsaved: false });
    expect(store.row('a')?.status).toBe('saved');
  });

  test('fifty rows at a time, one call after the other', async () => {
    const names = Array.from({ length: 120 }, (_, n) => `row ${n}`);
    const { server, store, pass } = open(names);
    store.edit(names.map((placementId) => ({ placementId, field: FIELD, text: '60' })));
    await pass(1500);
    await settle();
    expect(server.calls.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(3);
  });

  test('again as it was, under the same key, when there was no answer; with longer and longer between', async () => {
    const { server, store, type, pass } = open();
    server.answer({ kind: 'unavailable', offline: true });
    type('a', '60');
    await pass(1000);
    type('a', '75');
    await pass(30_000);
    expect(store.saving().kind).toBe('offline');
    // At 1, 2, 4, 8 and 16 seconds after each other.
    expect(server.calls).toHaveLength(5);
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1);
    server.answer(null);
    await pass(60_000);
    await pass(1500);
    expect(server.kept.get('a')?.typed).toEqual({ [FIELD]: '1:15' });
  });

  test('not before somebody has signed in again, and then all of it', async () => {
    const { server, store, tab, type, pass } = open();
    server.answer({ kind: 'loggedOut' });
    type('a', '60');
    await pass(60_000);
    expect(server.calls).toHaveLength(1);
    expect(store.saving().kind).toBe('loggedOut');
    server.answer(null);
    tab.back();
    await settle();
    expect(store.row('a')?.status).toBe('saved');
  });

  test('what will never be accepted is told, and does not hold up the others', async () => {
    const { server, store, type, pass } = open();
    const problems = [{ pointer: '', code: 'invalidInput', message: 'Nej' }];
    server.answer({ kind: 'invalid', problems });
    type('a', '60');
    await pass(1500);
    server.answer(null);
    expect(store.row('a')).toMatchObject({ status: 'refused', refused: problems });
    type('b', '60');
    await pass(1500);
    expect(store.saving()).toMatchObject({ kind: 'saved', refused: 1, isUnsaved: true });
    store.giveUp('a');
    expect(store.saving()).toMatchObject({ refused: 0, isUnsaved: false });
  });
});

describe('a cell', () => {
  test('stands as it is written while somebody is in it, and as it is read when they have left', async () => {
    const { store, type, pass } = open();
    type('a', '90');
    await pass(1500);
    expect(store.row('a')).toMatchObject({
      typed: { [FIELD]: '90' },
      row: { typed: { [FIELD]: '1:30' } },
      status: 'saved',
    });
    store.leave({ placementId: 'a', field: FIELD });
    expect(store.row('a')?.typed).toEqual({ [FIELD]: '1:30' });
    expect(store.undo()).toBe(true);
    expect(store.row('a')?.typed).toEqual({});
    expect(store.redo()).toBe(true);
    expect(store.row('a')?.typed).toEqual({ [FIELD]: '1:30' });
  });

  test('is judged at once, and so are the sums', () => {
    const { store, type } = open();
    type('a', '1,5');
    expect(store.row('a')?.live).toMatchObject({
      state: 'blocked',
      problems: { [FIELD]: [{ code: 'minutesUnit' }] },
    });
    store.edit([
      { placementId: 'a', field: FIELD, text: '300' },
      { placementId: 'a', field: 'jobSuggestions', text: '2' },
    ]);
    expect(store.totals()).toMatchObject({
      minutesByColumn: { [FIELD]: 300 },
      jobSuggestions: 2,
      sendable: 1,
      sendableOre: 143_000,
    });
  });

  test('two hundred steps can be undone, a paste being one', () => {
    const { store, type } = open();
    for (let n = 1; n <= 200; n += 1) type(n % 2 === 0 ? 'a' : 'b', String(n));
    store.edit(['a', 'b'].map((placementId) => ({ placementId, field: FIELD, text: '1:00' })));
    for (let n = 1; n <= 201; n += 1) expect(store.undo()).toBe(true);
    expect(store.undo()).toBe(false);
    expect(store.row('a')?.typed).toEqual({});
  });
});

describe('the journal', () => {
  test('holds what is typed from the key on, without names, and goes when the server has it', async () => {
    const { browser, type, pass } = open();
    await settle();
    type('a', '60');
    const [key, text] = [...browser.storage][0] ?? ['', ''];
    expect(key).toMatch(/^month-grid:ada:p:2026-03:/);
    expect(JSON.parse(text)).toMatchObject({ rows: [{ placementId: 'a', typed: { [FIELD]: '60' } }] });
    expect(text).not.toContain('Ada');
    await pass(1500);
    expect(browser.storage.size).toBe(0);
  });

  test('of a dead tab is taken over, of a living one or another person left alone', async () => {
    const first = open();
    const other = open(['a', 'b'], { browser: first.browser, personId: 'bo' });
    await settle();
    first.type('a', '60');
    other.type('b', '60');
    const second = open(['a', 'b'], { browser: first.browser });
    await settle();
    expect(second.store.row('a')?.typed).toEqual({});
    first.tab.kill();
    other.tab.kill();
    const third = open(['a', 'b'], { browser: first.browser });
    await settle();
    expect(third.store.row('a')).toMatchObject({ typed: { [FIELD]: '1:00' }, status: 'unsaved' });
    expect(third.store.row('b')?.typed).toEqual({});
    await third.pass(1500);
    expect([...first.browser.storage.keys()].filter((key) => key.includes(':ada:'))).toEqual([]);
    expect([...first.browser.storage.keys()].filter((key) => key.includes(':bo:'))).toHaveLength(1);
  });

  test('is thrown away after thirty days, and when nobody can read it', async () => {
    const browser = fakeBrowser();
    const old = {
      at: browser.now() - 31 * 24 * 3_600_000,
      rows: [{ placementId: 'a', base: {}, sent: null, typed: { [FIELD]: '60' }, addToPlan: [] }],
    };
    browser.storage.set('month-grid:ada:p:2026-03:old', JSON.stringify(old));
    browser.storage.set('month-grid:ada:p:2026-03:torn', '{"at":1,"rows":[{');
    const { store } = open(['a'], { browser });
    await settle();
    expect(store.row('a')?.typed).toEqual({});
    expect(browser.storage.size).toBe(0);
  });

  test('that has no room says so, and saving goes on', async () => {
    const { server, store, type, pass } = open(['a'], { isFull: true });
    type('a', '60');
    expect(store.saving().journal).toBe('full');
    await pass(1500);
    expect(server.kept.get('a')?.typed).toEqual({ [FIELD]: '1:00' });
  });
});

describe('somebody else has saved the same row', () => {
  const conflict = (typed: object) => ({
    kind: 'saved' as const,
    drafts: {
      month: monthOf([]).month,
      filters: '',
      written: 0,
      rows: [
        {
          kind: 'conflict' as const,
          placementId: 'a',
          row: gridRow('a', typed, 1),
          changedBy: 'Bo Ek',
          changedAt: '2026-04-02T08:00:00Z',
        },
      ],
    },
  });

  test('in another cell: both are kept, without a question', async () => {
    const { server, store, type, pass } = open();
    server.answer(conflict({ 'health:video': '30' }));
    type('a', '60');
    await pass(1500);
    server.answer(null);
    await pass(1500);
    expect(store.conflicts()).toEqual([]);
    expect(server.kept.get('a')?.typed).toEqual({ [FIELD]: '1:00', 'health:video': '0:30' });
  });

  test.each([
    ['mine', '1:00'],
    ['theirs', '2:00'],
  ] as const)('in the same cell: nothing is overwritten until somebody has chosen %s', async (keep, text) => {
    const { server, store, type, pass } = open();
    server.answer(conflict({ [FIELD]: '120' }));
    type('a', '60');
    await pass(1500);
    server.answer(null);
    await pass(60_000);
    expect(server.calls).toHaveLength(1);
    expect(store.conflicts()).toEqual([
      {
        placementId: 'a',
        name: 'Ada a',
        field: FIELD,
        mine: '60',
        theirs: '2:00',
        changedBy: 'Bo Ek',
        changedAt: '2026-04-02T08:00:00Z',
      },
    ]);
    store.resolve([{ placementId: 'a', field: FIELD, keep }]);
    await settle();
    expect(store.row('a')).toMatchObject({ status: 'saved', typed: { [FIELD]: text } });
    expect(store.conflicts()).toEqual([]);
  });
});
