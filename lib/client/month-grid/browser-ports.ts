import type {
  GridClock,
  GridLocks,
  GridPorts,
  GridStorage,
  GridTransport,
  PageEvents,
  SaveAnswer,
} from '#lib/client/month-grid/grid-ports.ts';
import type { GridRow, MonthGrid, SavedDrafts } from '#lib/domain/month-grid/month-grid.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** Most rows in one address. */
const MOST_IDS = 100;
/** More than this a browser does not let a call carry that outlives its page. */
const MOST_LEAVING_BYTES = 60_000;

/** What the grid needs of the browser. */
export function browserPorts(month: string, personId: string): GridPorts {
  return {
    transport: httpTransport(month, personId),
    clock: browserClock,
    storage: openStorage(),
    locks: browserLocks(),
    newKey: () => crypto.randomUUID(),
    listen,
  };
}

function httpTransport(month: string, personId: string): GridTransport {
  const address = `/api/provider/months/${month}/grid`;
  return {
    async save(rows, key, leaving) {
      const body = JSON.stringify({ partly: true, typedBy: personId, rows });
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        'idempotency-key': key,
      };
      const keepalive = leaving && body.length < MOST_LEAVING_BYTES;
      const response = await call(address, { method: 'POST', headers, body, keepalive });
      return response === null ? { kind: 'unavailable', offline: true } : await answerOf(response);
    },
    async load(placementIds) {
      const rows: GridRow[] = [];
      for (let from = 0; from < placementIds.length; from += MOST_IDS) {
        const ids = placementIds.slice(from, from + MOST_IDS).join(',');
        const response = await call(`${address}?ids=${ids}`, { headers: { accept: 'application/json' } });
        if (response?.ok !== true) return null;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own route, whose query has this type
        rows.push(...((await response.json()) as MonthGrid).rows);
      }
      return rows;
    },
  };
}

/** Null: nobody answered. */
async function call(address: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(address, { ...init, redirect: 'manual', cache: 'no-store' });
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

async function answerOf(response: Response): Promise<SaveAnswer> {
  const { status } = response;
  if (response.type === 'opaqueredirect' || status === 401 || status === 403) return { kind: 'loggedOut' };
  if (status === 409 || status === 429 || status >= 500) return { kind: 'unavailable', offline: false };
  const body: unknown = await bodyOf(response);
  if (body === null) return { kind: 'unavailable', offline: true };
  // oxlint-disable typescript/no-unsafe-type-assertion -- our own route, whose answers have these types
  return response.ok
    ? { kind: 'saved', drafts: body as SavedDrafts }
    : {
        kind: 'invalid',
        problems: [{ pointer: '', code: (body as Problem).code, message: (body as Problem).title }],
      };
  // oxlint-enable typescript/no-unsafe-type-assertion
}

/** Null where the answer broke off. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return null;
    throw error;
  }
}

const browserClock: GridClock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** Null where the browser refuses even to be asked. */
function openStorage(): GridStorage | null {
  try {
    const { localStorage } = globalThis;
    return {
      keys: () => Object.keys(localStorage),
      read: (key) => localStorage.getItem(key),
      write: (key, text) => localStorage.setItem(key, text),
      remove: (key) => localStorage.removeItem(key),
    };
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Without locks a living tab's journal may be taken over, too: both then save the same, which is no conflict. */
function browserLocks(): GridLocks {
  const { locks } = navigator as { locks?: LockManager };
  if (locks === undefined) return { hold: async () => () => undefined, tryHold: async () => () => undefined };
  const request = (name: string, ifAvailable: boolean): Promise<(() => void) | null> =>
    new Promise((resolve, reject) => {
      locks
        .request(name, { ifAvailable }, (lock) => {
          if (lock === null) return resolve(null);
          return new Promise<void>((release) => resolve(() => release()));
        })
        .catch(reject);
    });
  return {
    hold: async (name) => (await request(name, false)) ?? (() => undefined),
    tryHold: (name) => request(name, true),
  };
}

function listen({ back, leaving }: PageEvents): () => void {
  const seen = (): void => (document.visibilityState === 'visible' ? back() : leaving());
  document.addEventListener('visibilitychange', seen);
  addEventListener('online', back);
  addEventListener('pagehide', leaving);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('online', back);
    removeEventListener('pagehide', leaving);
  };
}
