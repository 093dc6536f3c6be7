import { randomInt } from 'node:crypto';

/** A string that stands in one personal field of one participant, and nowhere else: wherever it comes out, it came from there. */
export type Canary = {
  readonly token: string;
  readonly participantId: string;
  /** `table.column`. */
  readonly field: string;
};

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const TOKEN = /Qz[0-9a-z]{9}zq/g;

/** Letters that no word, number or id has; it survives HTML, CSV, JSON and addresses as it stands. */
export function newToken(): string {
  return `Qz${Array.from({ length: 9 }, () => SIGNS[randomInt(SIGNS.length)] ?? '0').join('')}zq`;
}

/** Canaries by what to look for: tokens that were planted, and strings that were there already (numbers, ids, references). */
export class Aviary {
  readonly #planted = new Map<string, Canary>();
  readonly #others: Canary[] = [];
  #fixed: RegExp | null = null;
  readonly #byFixed = new Map<string, Canary>();

  add(canary: Canary): void {
    if (canary.token.startsWith('Qz')) this.#planted.set(canary.token, canary);
    else {
      this.#others.push(canary);
      this.#byFixed.set(canary.token.toLowerCase(), canary);
      this.#fixed = null;
    }
  }

  get size(): number {
    return this.#planted.size + this.#others.length;
  }

  countOf(participants: ReadonlySet<string>): number {
    return [...this.#planted.values(), ...this.#others].filter(({ participantId }) =>
      participants.has(participantId),
    ).length;
  }

  /** Every canary that sings in a text, once each. */
  heardIn(text: string): readonly Canary[] {
    const heard = new Set<Canary>();
    for (const [token] of text.matchAll(TOKEN)) {
      const canary = this.#planted.get(token);
      if (canary !== undefined) heard.add(canary);
    }
    if (this.#others.length > 0) {
      this.#fixed ??= new RegExp(this.#others.map(({ token }) => escaped(token)).join('|'), 'gi');
      for (const [found] of text.matchAll(this.#fixed)) {
        const canary = this.#byFixed.get(found.toLowerCase());
        if (canary !== undefined) heard.add(canary);
      }
    }
    return [...heard];
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
