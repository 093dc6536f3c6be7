import type { z } from 'zod';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type {
  Desk,
  DocumentKind,
  DocumentPlacement,
  DocumentStatus,
  StoredDocument,
  Verdict,
} from '#lib/domain/document/document.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

/** What the rules of a kind rest on beside what was typed. */
export type About<Facts> = {
  readonly placement: DocumentPlacement;
  readonly facts: Facts;
  readonly today: PlainDate;
  /** The version that what is typed would replace; none where nothing is typed. */
  readonly replaces?: Pick<StoredDocument, 'threadId'> | null;
};

/** Something in the content to look at before it is sent; never refused. */
export type DocumentRemark = { readonly pointer: string; readonly message: string };

/**
 * All that is a kind of document's own. Everything else – drafts, preview, versions, steps, events, who may what – is
 * the same for all kinds.
 *
 * `Typed` the form's fields · `Content` what is stored · `Facts` what the rules read · `Answer` the fields of a decision
 * beside verdict and reason · `Decided` what of it is stored.
 */
export type DocumentKindDefinition<Typed, Content, Facts, Answer, Decided> = {
  readonly kind: DocumentKind;
  /** Who at the provider sends, corrects and takes it back. */
  readonly submitters: readonly ProviderRole[];
  /** The desk where it first waits. */
  readonly desk: Desk;
  /** The shape of what is typed; what it says is read by `read`. */
  readonly typed: z.ZodType<Typed>;
  /** Reads what the rules rest on; the placement is locked when something is sent. */
  readonly facts: (tx: Tx, placement: DocumentPlacement, context: CommandContext) => Promise<Facts>;
  /** The document that was typed, or every fault at its field (pointers into what was typed). */
  readonly read: (typed: Typed, about: About<Facts>) => Result<Content, readonly FieldProblem[]>;
  /** What to look at once more before it is sent. */
  readonly remarks: (content: Content, about: About<Facts>) => readonly DocumentRemark[];
  /** The form's fields for a document that is there, to correct it: names as in `Typed`. */
  readonly valuesOf: (content: Content) => Readonly<Record<string, string>>;
  /** Last day in time; null where it has none. `content` is null while nothing has been written. */
  readonly dueOn: (about: About<Facts>, content: Content | null) => PlainDate | null;
  /** Statuses in which the provider may replace a version. */
  readonly correctable: readonly DocumentStatus[];
  /** Null where it may be sent now; else why not. `replaces` is the version that it would replace. */
  readonly refuse: (about: About<Facts>, replaces: StoredDocument<Content, Decided> | null) => Problem | null;
  /** What goes with a version's coming in: other tables, jobs. */
  readonly submitted: (
    tx: Tx,
    document: StoredDocument<Content, Decided>,
    about: About<Facts>,
    context: CommandContext,
  ) => Promise<void>;
  readonly verdicts: readonly Verdict[];
  readonly answer: z.ZodType<Answer>;
  /** What is decided, or why it cannot be. */
  readonly decide: (
    document: StoredDocument<Content, Decided>,
    given: { readonly verdict: Verdict; readonly reason: string; readonly answer: Answer },
    about: About<Facts>,
  ) => Result<Decided, Problem>;
  /** Carries out what was decided, in the same transaction. */
  readonly carryOut: (
    tx: Tx,
    decided: {
      readonly document: StoredDocument<Content, Decided>;
      readonly verdict: Verdict;
      readonly decision: Decided;
      readonly reason: string;
    },
    about: About<Facts>,
    context: CommandContext,
  ) => Promise<void>;
};

// biome-ignore format: one line reads better
export function defineDocumentKind<Typed, Content, Facts, Answer, Decided>(definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>): DocumentKindDefinition<Typed, Content, Facts, Answer, Decided> {
  return definition;
}

/** Where a kind has nothing to do at that point. */
export const nothingMore = async (): Promise<void> => {};
