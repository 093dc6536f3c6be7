import type { Adapter, AdapterPayload } from 'oidc-provider';

type Entry = { payload: AdapterPayload; endsAt: number };

/**
 * Keeps what a login in progress needs, in this process alone: a restart ends unfinished logins and nothing else.
 * One store for all kinds, as ids never collide across kinds when the kind is part of the key.
 */
const store = new Map<string, Entry>();
const sweepAbove = 5_000;

export class MemoryAdapter implements Adapter {
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    if (store.size > sweepAbove) sweep();
    store.set(this.#key(id), { payload, endsAt: Date.now() + expiresIn * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#read(this.#key(id))?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const entry = this.#read(this.#key(id));
    if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    store.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, entry] of store) if (entry.payload.grantId === grantId) store.delete(key);
  }

  #key(id: string): string {
    return `${this.#kind}:${id}`;
  }

  #read(key: string): Entry | undefined {
    const entry = store.get(key);
    if (entry === undefined || entry.endsAt > Date.now()) return entry;
    store.delete(key);
    return undefined;
  }

  #findWhere(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const key of store.keys()) {
      if (!key.startsWith(`${this.#kind}:`)) continue;
      const entry = this.#read(key);
      if (entry !== undefined && matches(entry.payload)) return entry.payload;
    }
    return undefined;
  }
}

function sweep(): void {
  const now = Date.now();
  for (const [key, entry] of store) if (entry.endsAt <= now) store.delete(key);
}
