import { ID, type Left } from '#bench/lib/canaries/crawl.ts';
import type { Aviary } from '#lib/server/testing/canaries/canary.ts';
import { mayMeet, type Relations } from '#lib/server/testing/canaries/relations.ts';

export type Leak = {
  readonly who: string;
  readonly where: string;
  readonly field: string;
  readonly protected: boolean;
};

/**
 * What a sample was drawn from stands as it was, so that anybody can draw it again (decision 24): ids of reports, which lead nowhere for who is
 * not named, of people who were protected afterwards. Those who are protected never stand in a draw.
 */
const FRAME = { field: 'report.id', path: /^\/api\/samples\/[^/]+\/file$/ };
/** Addresses of each shape that are tried by those who may not. */
const OF_EACH = 2;

/** Hears everything that leaves the portal, and knows who may hear which canary. */
export class Listener {
  readonly leaks: Leak[] = [];
  /** Shapes of addresses (`/provider/participants/*`) that answered somebody. */
  readonly answered = new Set<string>();
  /** Where somebody who may meet them met those who are protected, by shape. */
  readonly #addresses = new Map<string, string[]>();
  readonly #aviary: Aviary;
  readonly #protected: ReadonlySet<string>;
  #pages = 0;

  constructor(aviary: Aviary, protectedIds: ReadonlySet<string>) {
    this.#aviary = aviary;
    this.#protected = protectedIds;
  }

  get pages(): number {
    return this.#pages;
  }

  get addresses(): readonly string[] {
    return [...this.#addresses.values()].flat();
  }

  /** `relations` null: nobody, who may meet nothing. */
  as(who: string, relations: Relations | null): (left: Left) => void {
    return ({ path, status, text }) => {
      this.#pages += 1;
      if (status >= 500) this.hear({ who, where: path, field: `status ${status}`, protected: false });
      if (status === 200) this.answered.add(path.replace(/\?.*/, '').replaceAll(ID, '*'));
      for (const { participantId, field, token } of this.#aviary.heardIn(text)) {
        // An answer says the address that it was asked at.
        if (path.includes(token) || (field === FRAME.field && FRAME.path.test(path))) continue;
        const isProtected = this.#protected.has(participantId);
        if (relations === null || !mayMeet(relations, participantId, this.#protected)) {
          this.hear({ who, where: path, field, protected: isProtected });
        } else if (isProtected) this.#remember(path);
      }
      for (const { participantId, field } of this.#aviary.heardIn(path)) {
        if (!field.startsWith('person')) continue;
        this.hear({ who, where: `address ${path}`, field, protected: this.#protected.has(participantId) });
      }
    };
  }

  /** Logs and mails, which nobody may be met in. Opaque ids in addresses lead nowhere for who is not named. */
  inFile(who: string, where: string, text: string): void {
    for (const { participantId, field } of this.#aviary.heardIn(text)) {
      if (!field.endsWith('.id'))
        this.hear({ who, where, field, protected: this.#protected.has(participantId) });
    }
  }

  hear(leak: Leak): void {
    this.leaks.push(leak);
    console.log(
      `  LEAK ${leak.protected ? 'protected' : 'personal'} ${leak.field} to ${leak.who} at ${leak.where}`,
    );
  }

  #remember(path: string): void {
    const shape = path.replaceAll(ID, '*');
    const known = this.#addresses.get(shape) ?? [];
    if (known.length < OF_EACH && !known.includes(path)) this.#addresses.set(shape, [...known, path]);
  }
}
