import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { GridField, TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import type { GridRow, SavedDrafts } from '#lib/domain/month-grid/month-grid.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** An activity that is to be added to a participant's joint plan, with what it is for. */
export type AddedActivity = {
  readonly activity: ActivityCode;
  readonly purpose: string;
  readonly goal: string;
};

/** A row on its way to the server. */
export type SentRow = {
  readonly placementId: string;
  readonly version: number;
  readonly seen: string;
  readonly typed: TypedMonth;
  readonly addToPlan: readonly AddedActivity[];
};

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly drafts: SavedDrafts }
  /** Nobody is signed in, or somebody else is: nothing goes on until that is mended. */
  | { readonly kind: 'loggedOut' }
  /** No answer, or none now: the same again in a while. */
  | { readonly kind: 'unavailable'; readonly offline: boolean }
  /** It will never be accepted as it is. */
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] };

/** The way to the server. Never throws. */
export type GridTransport = {
  /** `leaving`: the page is going away, and the call has to outlive it. */
  readonly save: (rows: readonly SentRow[], key: string, leaving: boolean) => Promise<SaveAnswer>;
  /** Rows beyond the page; null where they could not be fetched. */
  readonly load: (placementIds: readonly string[]) => Promise<readonly GridRow[] | null>;
};

/** Time as a browser gives it, in milliseconds. */
export type GridClock = {
  readonly now: () => number;
  /** Calls `work` after a while; what is given back keeps it from being called. */
  readonly after: (ms: number, work: () => void) => () => void;
};

/** Where a tab writes down what is not saved yet. `write` and `remove` throw where the browser does not let them. */
export type GridStorage = {
  readonly keys: () => readonly string[];
  readonly read: (key: string) => string | null;
  readonly write: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
};

/** Marks that last for as long as their tab: what is left behind by a dead one can be told from a living one's. */
export type GridLocks = {
  /** Holds a name; what is given back lets it go. */
  readonly hold: (name: string) => Promise<() => void>;
  /** The same, or null where somebody else holds it. */
  readonly tryHold: (name: string) => Promise<(() => void) | null>;
};

export type Cell = { readonly placementId: string; readonly field: GridField };
export type CellEdit = Cell & { readonly text: string };

/** What the page goes through that saving has to know of. */
export type PageEvents = {
  /** It is shown again, or the network is back. */
  readonly back: () => void;
  /** It goes out of sight, and may never come back. */
  readonly leaving: () => void;
};

export type GridPorts = {
  readonly transport: GridTransport;
  readonly clock: GridClock;
  /** Null where the browser does not let us write anything down. */
  readonly storage: GridStorage | null;
  readonly locks: GridLocks;
  readonly newKey: () => string;
  /** Listens to the page until what is given back is called. */
  readonly listen: (events: PageEvents) => () => void;
};
