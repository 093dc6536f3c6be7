import type { PlainDate } from '#lib/shared/plain-date.ts';

export const DRAFT_STATUSES = ['draft', 'submitted', 'published', 'discarded'] as const;
/** A version on its way: being drafted, handed to a second person, published, or given up. */
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Who has done what with a draft; names as they are read, ids for the rule of four eyes. */
export type DraftPeople = {
  readonly editorIds: readonly string[];
  readonly submittedById: string | null;
};

/** What a person may do with a draft. */
export type DraftRights = {
  readonly mayEdit: boolean;
  /** Nobody publishes, or sends back, what they have drafted or submitted themselves. */
  readonly mayPublish: boolean;
  readonly mayReturn: boolean;
};

/** Four eyes: everybody who has written in a draft, and who submitted it, is a first person; a second one publishes it. */
export function isSecondPerson(personId: string, { editorIds, submittedById }: DraftPeople): boolean {
  return !editorIds.includes(personId) && submittedById !== personId;
}

export function draftRights(
  status: DraftStatus,
  people: DraftPeople,
  reader: { readonly personId: string; readonly isAdmin: boolean },
): DraftRights {
  const waits = status === 'submitted' && reader.isAdmin;
  return {
    mayEdit: status === 'draft' && reader.isAdmin,
    mayPublish: waits && isSecondPerson(reader.personId, people),
    // Whoever submitted it may take it back as well: that publishes nothing.
    mayReturn: waits,
  };
}

/** Days for which a preview of what a version changes is told of the present stock. */
export const IMPACT_HOLDS_DAYS = 7;

/** Somebody's name with when they did it. */
export type Done = { readonly by: string | null; readonly at: Date };
export type Returned = Done & { readonly reason: string };

/** The life of a draft as it is shown. */
export type DraftLife = {
  readonly status: DraftStatus;
  readonly created: Done;
  readonly lastEdited: Done;
  readonly editors: readonly string[];
  readonly submitted: Done | null;
  readonly returned: Returned | null;
  readonly published: Done | null;
  readonly version: number;
};

export type ListedDraft = {
  readonly id: string;
  readonly name: string;
  readonly status: DraftStatus;
  readonly lastEdited: Done;
  /** It waits for somebody like the reader. */
  readonly waitsForMe: boolean;
};

export type ListedVersion = {
  readonly id: string;
  readonly name: string;
  readonly publishedOn: PlainDate;
  readonly publishedBy: string | null;
  readonly placements: number;
  readonly statementLines: number;
};
