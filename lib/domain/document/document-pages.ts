import type { DocumentFinding } from '#lib/domain/document/copied-text.ts';
import type {
  DocumentEvent,
  DocumentHead,
  DocumentKind,
  DocumentPlacement,
  DocumentStatus,
  StoredDocument,
} from '#lib/domain/document/document.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Whose document it is, for the head of a page. */
export type DocumentPlace = {
  readonly participantName: string;
  readonly officeName: string;
  readonly providerName: string;
  readonly coachName: string | null;
  /** Of the placement's latest period. */
  readonly implementationReference: string | null;
};

/** What the reader may do with the version on the page; decided again when it is done. */
export type DocumentMoves = {
  readonly take: boolean;
  readonly handBack: boolean;
  readonly handUp: boolean;
  readonly decide: boolean;
  readonly withdraw: boolean;
  readonly replace: boolean;
  readonly note: boolean;
};

/** A version of a document with all that is around it. */
export type DocumentPage<Content, Facts, Decided> = {
  readonly document: StoredDocument<Content, Decided>;
  readonly versions: readonly StoredDocument<Content, Decided>[];
  readonly events: readonly DocumentEvent[];
  readonly placement: DocumentPlacement;
  readonly place: DocumentPlace;
  readonly facts: Facts;
  readonly moves: DocumentMoves;
  /** What the checks found in its texts; its participant is not told. */
  readonly findings: readonly DocumentFinding[];
  readonly today: PlainDate;
};

/** What somebody is writing, as the form's fields. */
export type DocumentDraft = {
  readonly draftId: string;
  readonly kind: DocumentKind;
  readonly replacesId: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly savedAt: string;
  readonly savedByName: string;
  readonly draftVersion: number;
};

/** The form of a kind: what it is about, what fills it in and, once it is right, what will be sent. */
export type DocumentForm<Content, Facts> = {
  readonly kind: DocumentKind;
  readonly placement: DocumentPlacement;
  readonly place: DocumentPlace;
  readonly facts: Facts;
  readonly today: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly replaces:
    | (Pick<DocumentHead, 'id' | 'number' | 'status' | 'version' | 'decisionReason' | 'completeBy'> & {
        readonly values: Readonly<Record<string, string>>;
      })
    | null;
  /** Why it cannot be sent at all right now; null where it can. */
  readonly refused: string | null;
  /** Whether it can be written all the same, to be sent later. */
  readonly waits: boolean;
  readonly draft: DocumentDraft | null;
  readonly preview: {
    readonly content: Content;
    readonly contentHash: string;
    readonly remarks: readonly { readonly pointer: string; readonly message: string }[];
  } | null;
};

/** A line of a participant's documents: the version that stands, or the last where it was taken back. */
export type ListedDocument = Pick<
  DocumentHead,
  | 'id'
  | 'threadId'
  | 'number'
  | 'kind'
  | 'status'
  | 'dueOn'
  | 'submittedOn'
  | 'completeBy'
  | 'decisionReason'
  | 'decidedAt'
> & { readonly events: number };

/** What waits at a desk. */
export type QueuedDocument = Pick<
  DocumentHead,
  | 'id'
  | 'kind'
  | 'status'
  | 'desk'
  | 'number'
  | 'dueOn'
  | 'submittedOn'
  | 'takenByPersonId'
  | 'handedUpByPersonId'
> & {
  readonly participantId: string;
  readonly participantName: string;
  readonly level: string;
  readonly providerName: string;
  readonly officeName: string;
  readonly takenByName: string | null;
  /** Day that an answer is needed by, where the content names one. */
  readonly answerBy: PlainDate | null;
};

export type DocumentQueue = {
  readonly documents: readonly QueuedDocument[];
  readonly total: number;
  readonly byKind: Readonly<Partial<Record<DocumentKind, number>>>;
  readonly page: number;
  readonly pageSize: number;
};

/** Words for how a status stands: whether it needs somebody, is in order or refused. */
export const STATUS_TONE: Readonly<Record<DocumentStatus, 'ok' | 'warn' | 'stop' | 'wait' | 'none'>> = {
  submitted: 'wait',
  inReview: 'wait',
  approved: 'ok',
  returned: 'warn',
  rejected: 'stop',
  superseded: 'none',
  withdrawn: 'none',
};
