import type { Typed } from '#lib/client/plan/typed-form.ts';

/** How a draft stands, for whoever writes it. */
export type DraftState =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'offline' | 'loggedOut' | 'conflict' };

type Saved = { readonly draftVersion: number; readonly savedAt: string };

export type DraftPorts = {
  /** What stands in the form now. */
  readonly read: () => Typed;
  /** The form's hidden fields that a draft needs. */
  readonly field: (name: string) => string;
  readonly setVersion: (version: number) => void;
  readonly send: (body: string) => Promise<Response>;
  readonly tell: (state: DraftState) => void;
  readonly saved: () => void;
};

const AFTER_TYPING_MS = 1200;
const TRY_AGAIN_MS = 5000;

const PREFIX = 'content.';

function bodyOf({ read, field }: DraftPorts): string {
  const typed = read();
  const content = typed.flatMap(([name, value]) =>
    name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value] as const] : [],
  );
  return JSON.stringify({
    placementId: field('placementId'),
    draftId: field('draftId'),
    draftVersion: Number(field('draftVersion')),
    replacesId: field('replacesId') === '' ? null : field('replacesId'),
    why: typed.find(([name]) => name === 'why')?.[1] ?? '',
    content: Object.fromEntries(content),
  });
}

/**
 * Saves a draft on the server soon after each change, one request at a time, and again until it has arrived. Returns what is
 * called at each change, and what ends it.
 */
export function draftSender(ports: DraftPorts) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let hasChanged = false;
  let hasEnded = false;

  const soon = (after: number): void => {
    clearTimeout(timer);
    if (!hasEnded) timer = setTimeout(() => void send(), after);
  };

  async function send(): Promise<void> {
    if (isSending || !hasChanged || hasEnded) return;
    isSending = true;
    hasChanged = false;
    ports.tell({ kind: 'saving' });
    const again = await attempt();
    isSending = false;
    if (again) {
      hasChanged = true;
      soon(TRY_AGAIN_MS);
    } else if (hasChanged) soon(AFTER_TYPING_MS);
    else if (!hasEnded) ports.saved();
  }

  /** One try; true where it has to be made again. */
  async function attempt(): Promise<boolean> {
    let response: Response;
    try {
      response = await ports.send(bodyOf(ports));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      ports.tell({ kind: 'offline' });
      return true;
    }
    if (response.ok) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own route, whose command answers so
      const { draftVersion, savedAt } = (await response.json()) as Saved;
      ports.setVersion(draftVersion);
      ports.tell({ kind: 'saved', at: new Date(savedAt) });
      return false;
    }
    if (response.status === 409) {
      hasEnded = true;
      ports.tell({ kind: 'conflict' });
      return false;
    }
    ports.tell({ kind: response.status === 401 ? 'loggedOut' : 'offline' });
    return true;
  }

  return {
    changed: (): void => {
      hasChanged = true;
      soon(AFTER_TYPING_MS);
    },
    /** The page is being left: what has not been sent goes now. */
    flush: (): void => void send(),
    end: (): void => {
      hasEnded = true;
      clearTimeout(timer);
    },
  };
}
