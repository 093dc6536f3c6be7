import type { GridLocks, GridPorts, GridTransport, PageEvents } from '#lib/client/month-grid/grid-ports.ts';

type Timer = { readonly at: number; readonly work: () => void };

/** A browser of tabs that share storage, marks and time; time goes only when it is told to. */
export function fakeBrowser() {
  let now = Date.parse('2026-04-02T08:00:00Z');
  const storage = new Map<string, string>();
  const held = new Set<string>();
  const tabs = new Set<FakeTab>();

  return {
    storage,
    open,
    now: () => now,
    /** Lets time pass, timer by timer. */
    pass(ms: number): void {
      const until = now + ms;
      for (let due = nextTimer(until); due !== null; due = nextTimer(until)) {
        due.tab.timers.delete(due.timer);
        now = Math.max(now, due.timer.at);
        due.timer.work();
      }
      now = until;
    },
  };

  function nextTimer(until: number) {
    const due = [...tabs]
      .flatMap((tab) => [...tab.timers].map((timer) => ({ tab, timer })))
      .filter(({ timer }) => timer.at <= until)
      .toSorted((a, b) => a.timer.at - b.timer.at);
    return due[0] ?? null;
  }

  /** A new tab with a way to the server of its own. */
  function open(transport: GridTransport, isFull: () => boolean = () => false) {
    const tab: FakeTab = { timers: new Set(), marks: new Set(), events: new Set() };
    tabs.add(tab);
    const ports: GridPorts = {
      transport,
      clock: {
        now: () => now,
        after(ms, work) {
          const timer = { at: now + ms, work };
          if (tabs.has(tab)) tab.timers.add(timer);
          return () => tab.timers.delete(timer);
        },
      },
      storage: {
        keys: () => [...storage.keys()],
        read: (key) => storage.get(key) ?? null,
        write(key, text) {
          if (!tabs.has(tab)) return;
          if (isFull()) throw new DOMException('No room', 'QuotaExceededError');
          storage.set(key, text);
        },
        remove: (key) => void (tabs.has(tab) && storage.delete(key)),
      },
      locks: locksOf(tab),
      newKey: () => crypto.randomUUID(),
      listen(events) {
        tab.events.add(events);
        return () => tab.events.delete(events);
      },
    };
    return {
      ports,
      isAlive: () => tabs.has(tab),
      back: () => tab.events.forEach(({ back }) => back()),
      /** From one moment to the next, without a word. */
      kill(): void {
        tabs.delete(tab);
        tab.timers.clear();
        for (const name of tab.marks) held.delete(name);
      },
    };
  }

  function locksOf(tab: FakeTab): GridLocks {
    const take = (name: string): (() => void) => {
      held.add(name);
      tab.marks.add(name);
      return () => {
        tab.marks.delete(name);
        held.delete(name);
      };
    };
    return {
      hold: async (name) => take(name),
      tryHold: async (name) => (held.has(name) ? null : take(name)),
    };
  }
}

type FakeTab = {
  readonly timers: Set<Timer>;
  readonly marks: Set<string>;
  readonly events: Set<PageEvents>;
};
