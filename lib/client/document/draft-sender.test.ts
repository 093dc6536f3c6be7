import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DraftState, draftSender } from '#lib/client/document/draft-sender.ts';

type Answer = () => Promise<Response>;

const saved =
  (version: number): Answer =>
  async () =>
    Response.json({ draftVersion: version, savedAt: '2026-03-02T10:00:00.000Z' });
const refused =
  (status: number): Answer =>
  async () =>
    new Response(null, { status });
const noNetwork: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** A form with one field, and a server that answers in turn. */
function writing(answers: readonly Answer[]) {
  const states: DraftState['kind'][] = [];
  const bodies: unknown[] = [];
  const fields = new Map([
    ['placementId', 'p'],
    ['draftId', 'd'],
    ['draftVersion', '0'],
    ['replacesId', ''],
  ]);
  let text = '';
  let savedTimes = 0;
  const waiting = [...answers];
  const sender = draftSender({
    read: () => [['content.text', text]],
    field: (name) => fields.get(name) ?? '',
    setVersion: (version) => void fields.set('draftVersion', String(version)),
    send: async (body) => {
      bodies.push(JSON.parse(body));
      return await (waiting.shift() ?? noNetwork)();
    },
    tell: ({ kind }) => void states.push(kind),
    saved: () => {
      savedTimes += 1;
    },
  });
  const type = (words: string): void => {
    text = words;
    sender.changed();
  };
  return { type, states, bodies, savedTimes: () => savedTimes, end: sender.end, flush: sender.flush };
}

describe('a draft that is being written', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is saved within two seconds of the last key, once for many', async () => {
    const { type, bodies, states, savedTimes } = writing([saved(1)]);
    type('a');
    await vi.advanceTimersByTimeAsync(500);
    type('ab');
    await vi.advanceTimersByTimeAsync(2000);
    expect(bodies).toMatchObject([{ draftVersion: 0, content: { text: 'ab' }, replacesId: null }]);
    expect(states).toEqual(['saving', 'saved']);
    expect(savedTimes()).toBe(1);
  });

  it('goes on from the version that the server has', async () => {
    const { type, bodies } = writing([saved(1), saved(2)]);
    type('a');
    await vi.advanceTimersByTimeAsync(2000);
    type('ab');
    await vi.advanceTimersByTimeAsync(2000);
    expect(bodies).toMatchObject([{ draftVersion: 0 }, { draftVersion: 1 }]);
  });

  it('is sent again until it has arrived, after lost connections and an ended session', async () => {
    const { type, bodies, states, savedTimes } = writing([noNetwork, refused(503), refused(401), saved(1)]);
    type('a');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(bodies).toHaveLength(4);
    expect(states.filter((kind) => kind !== 'saving')).toEqual(['offline', 'offline', 'loggedOut', 'saved']);
    expect(savedTimes()).toBe(1);
  });

  it('never writes over what somebody else has saved', async () => {
    const { type, bodies, states, savedTimes } = writing([refused(409)]);
    type('a');
    await vi.advanceTimersByTimeAsync(2000);
    type('ab');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(bodies).toHaveLength(1);
    expect(states.at(-1)).toBe('conflict');
    expect(savedTimes()).toBe(0);
  });

  it('is sent at once when the page is left, and only if there is something', async () => {
    const { type, bodies, flush } = writing([saved(1)]);
    flush();
    expect(bodies).toHaveLength(0);
    type('a');
    flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(bodies).toMatchObject([{ content: { text: 'a' } }]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(bodies).toHaveLength(1);
  });

  it('is left alone once the form has gone', async () => {
    const { type, bodies, end } = writing([]);
    type('a');
    end();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(bodies).toHaveLength(0);
  });
});
