import { type Audience, EVENT_GROUPS, type Telling } from '#lib/domain/notification/notification.ts';
import type { Desk } from '#lib/domain/document/document.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** An audience as the database resolves it: all of these together. */
type Resolved = {
  readonly persons: readonly string[];
  readonly coach: boolean;
  readonly participant: boolean;
  readonly providerRoles: readonly string[];
  readonly desk: Desk | null;
  readonly authorityRole: string | null;
};

const NOBODY: Resolved = {
  persons: [],
  coach: false,
  participant: false,
  providerRoles: [],
  desk: null,
  authorityRole: null,
};

function resolve(to: Audience): Resolved {
  switch (to.kind) {
    case 'persons':
      return { ...NOBODY, persons: to.personIds.filter((id) => id !== null) };
    case 'coach':
      return { ...NOBODY, coach: true };
    case 'participant':
      return { ...NOBODY, participant: true };
    case 'submitterAndCoach':
      return { ...NOBODY, coach: true, persons: to.submitterId === null ? [] : [to.submitterId] };
    case 'providerRoles':
      return { ...NOBODY, providerRoles: to.roles };
    case 'desk':
      return { ...NOBODY, desk: to.desk };
    case 'authorityRole':
      return { ...NOBODY, authorityRole: to.role };
  }
}

function toldAs({ event, to, about, now, hasOwnMail = false }: Telling) {
  return {
    ...resolve(to),
    event,
    group: EVENT_GROUPS[event],
    document: about.document ?? null,
    placement: about.placementId,
    provider: about.providerId ?? null,
    subjectType: about.subject.type,
    subject: about.subject.id,
    path: about.path,
    gathered: (about.gathered ?? false) || to.kind === 'desk' || to.kind === 'authorityRole',
    mail: hasOwnMail ? 'none' : 'waiting',
    at: now.toISOString(),
  };
}

/**
 * Tells an audience what has happened, in the command's own transaction: it is told if, and only if, it happened. Never to
 * who does it, nor to anybody who may not see what it is about; the database decides who that is (`app.notify`). What
 * somebody has not read yet is not told them again. Throws where the actor does not see the placement.
 */
export async function notify(tx: Tx, telling: Telling): Promise<void> {
  await notifyAll(tx, [telling]);
}

/** The same of several things, or to several audiences, with one statement. */
export async function notifyAll(tx: Tx, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  await tx.$executeRaw`SELECT app.notify(told) FROM jsonb_array_elements(${JSON.stringify(tellings.map(toldAs))}::jsonb) told`;
}
