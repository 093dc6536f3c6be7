import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Holding, Mark } from '#lib/server/testing/walls/marks.ts';
import { PUBLIC_TABLES, type Whose } from '#lib/server/testing/walls/whose-tables.ts';

/**
 * Who may see whose rows (trust model sections 1 and 3): the rule that the matrix holds both walls against. It is declared here by
 * itself, from no policy and no query, by role and relation alone.
 */
export function maySee(actor: Actor, mark: Mark, { table, whose, useCase }: Found): boolean {
  if (PUBLIC_TABLES.has(table) || whose === 'nobody') return true;
  const ofMoney = MONEY.has(table) || (table === 'placement' && ABOUT_MONEY.test(useCase));
  if (ofMoney && (actor.kind === 'client' || (actor.kind === 'person' && actor.organisation !== 'self')))
    return actor.kind === 'person' && actor.organisation === 'authority'
      ? true
      : mark.holding !== 'otherOrganisation';
  // A person is a participant, or works with one.
  const about = table === 'person' ? (mark.variant === 0 ? 'participant' : 'person') : whose;
  if (about === 'participant' && mark.holding === 'protected') return false;
  return HOLDINGS_SEEN[seerOf(actor)][about].includes(mark.holding);
}

/** Where a mark was found: in a row of which table, and by which use case. */
export type Found = { readonly table: string; readonly whose: Whose; readonly useCase: string };

/** In rows of money a placement stands as a number that leads nobody further. */
const ABOUT_MONEY = /^(?:statement|dispute|correction)\./;

/** What a provider is paid is the organisation's, of all offices and whoever it is about: who that is does not stand in it. */
const MONEY: ReadonlySet<string> = new Set([
  'statement_line',
  'statement_input',
  'statement_dispute',
  'statement_dispute_message',
  'placement_correction_item',
]);

type Seer = 'provider' | 'client' | 'authority' | 'participant' | 'employer' | 'paperCode' | 'nobody';

function seerOf(actor: Actor): Seer {
  switch (actor.kind) {
    case 'person':
      return actor.organisation === 'self' ? 'participant' : actor.organisation;
    case 'client':
      return 'client';
    case 'employer':
    case 'paperCode':
      return actor.kind;
    case 'job':
    case 'authority-load':
      return 'nobody';
  }
}

const everybody: readonly Holding[] = ['own', 'otherOffice', 'otherOrganisation', 'unassigned', 'protected'];
const organisation: readonly Holding[] = ['own', 'otherOffice'];
const own: readonly Holding[] = ['own'];

const HOLDINGS_SEEN: Readonly<Record<Seer, Readonly<Record<Exclude<Whose, 'nobody'>, readonly Holding[]>>>> =
  {
    // At one office: its participants; of the organisation its money, and colleagues.
    provider: { participant: own, office: own, provider: own, person: organisation },
    client: { participant: organisation, office: organisation, provider: own, person: organisation },
    authority: { participant: everybody, office: everybody, provider: everybody, person: everybody },
    participant: { participant: own, office: [], provider: [], person: own },
    // Who asks, and about whom, stands in the question.
    employer: { participant: own, office: [], provider: [], person: own },
    paperCode: { participant: own, office: [], provider: [], person: [] },
    nobody: { participant: [], office: [], provider: [], person: [] },
  };
