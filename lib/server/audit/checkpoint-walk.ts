import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  type Checkpoint,
  checkpointHash,
  checkpointIsGenuine,
  keyId,
  MOST_LINKS,
  NO_CHECKPOINT,
} from '#lib/server/audit/checkpoint.ts';
import { CHAIN_START, type LoggedEntry } from '#lib/server/audit/entry-hash.ts';
import { merkleRoot } from '#lib/server/audit/merkle.ts';
import { type ChainFault, type FaultCode, MOST_FAULTS } from '#lib/server/audit/chain-fault.ts';

/** How much older than the checkpoint before it an entry may be: its instant is the beginning of a transaction, and an import takes its time. */
const OLDER_MS = 60 * 60_000;
/** How much newer than the checkpoint after it: two machines' clocks. */
const NEWER_MS = 15 * 60_000;

type Dated = { readonly at: string; readonly seq: string; readonly id: string };

/** The checkpoints beside the chain: taken one by one as the walk passes what they signed, and what is found wrong, with its place. */
export class CheckpointWalk {
  readonly faults: ChainFault[] = [];
  faultCount = 0;
  /** How many there were. */
  count = 0;
  signedUpTo = '0';
  readonly #rest: AsyncIterator<Checkpoint | null> | Iterator<Checkpoint | null>;
  readonly #needsKey: boolean;
  #key: KeyObject | null;
  #next: Checkpoint | null = null;
  #last: Checkpoint | null = null;
  /** The last one that the chain agrees with, and whether it has since. */
  #agreed: Checkpoint | null = null;
  #agrees = true;
  #unplaced = 0;
  #hashes: Buffer[] = [];
  #newest: Dated | null = null;
  /** Whether the next one hangs on the last: only then its tree is over the links between them. */
  #inOrder = true;

  constructor(
    checkpoints: AsyncIterable<Checkpoint | null> | Iterable<Checkpoint | null>,
    publicKey: KeyObject | null,
  ) {
    this.#rest =
      Symbol.asyncIterator in checkpoints
        ? checkpoints[Symbol.asyncIterator]()
        : checkpoints[Symbol.iterator]();
    this.#key = publicKey;
    this.#needsKey = publicKey !== null;
  }

  async begin(): Promise<void> {
    await this.#advance();
    if (!this.#needsKey && this.count > 0) {
      this.fault('keyMissing', null, 'there is no public key to verify the checkpoints with');
    }
  }

  fault(code: FaultCode, seq: string | null, message: string): void {
    this.add({ seq, code, message, after: this.#agreed, before: null });
  }

  add(fault: ChainFault | null): void {
    if (fault === null) return;
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }

  /** The walk goes by links that are not there. */
  async skipTo(seq: bigint): Promise<void> {
    while (this.#next !== null && BigInt(this.#next.seq) < seq) await this.#settle(this.#next, null);
  }

  async pass(seq: bigint, hash: Buffer, entry: LoggedEntry | null): Promise<void> {
    if (this.#hashes.length <= MOST_LINKS) this.#hashes.push(hash);
    if (entry !== null) this.#date(String(seq), entry);
    while (this.#next !== null && BigInt(this.#next.seq) <= seq) {
      const at = BigInt(this.#next.seq);
      if (at === 0n) await this.#settle(this.#next, CHAIN_START);
      else await this.#settle(this.#next, at === seq ? hash : null);
    }
  }

  async end(seq: bigint): Promise<void> {
    const cut = this.#next;
    if (cut !== null) {
      const message = `the chain ends at link ${seq}, but checkpoint ${cut.n} saw link ${cut.seq} (${cut.at}): its end has been cut off`;
      this.fault('cutAfterCheckpoint', cut.seq, message);
      this.#place(cut);
    }
    while (this.#next !== null) await this.#advance();
  }

  #date(seq: string, { id, at }: LoggedEntry): void {
    if (typeof at !== 'string') return;
    if (this.#last !== null && Date.parse(at) < Date.parse(this.#last.at) - OLDER_MS) {
      const message = `entry ${id} says ${at}, but was chained after checkpoint ${this.#last.n} (${this.#last.at}): dated back`;
      this.fault('datedOutside', seq, message);
    }
    if (this.#newest === null || at > this.#newest.at) this.#newest = { at, seq, id };
  }

  /** The chain has come to what a checkpoint signed; `hash` is what it holds there, null where it holds no such link. */
  async #settle(checkpoint: Checkpoint, hash: Buffer | null): Promise<void> {
    if (hash?.toString('hex') === checkpoint.hash && this.#rootAgrees(checkpoint)) {
      if (this.#newest !== null && Date.parse(this.#newest.at) > Date.parse(checkpoint.at) + NEWER_MS) {
        const { id, at, seq } = this.#newest;
        const message = `entry ${id} says ${at}, but checkpoint ${checkpoint.n} saw it ${checkpoint.at}: dated ahead`;
        this.fault('datedOutside', seq, message);
      }
      this.#place(checkpoint);
      this.#agreed = checkpoint;
      this.#agrees = true;
    } else {
      if (this.#agrees) {
        const from = this.#agreed === null ? 'from its beginning on' : `after link ${this.#agreed.seq}`;
        const message = `the chain is not the one that checkpoint ${checkpoint.n} signed (${checkpoint.at}): rewritten ${from}, at the latest at link ${checkpoint.seq}`;
        this.fault('checkpointDiffers', checkpoint.seq, message);
      }
      this.#place(checkpoint);
      this.#agrees = false;
    }
    this.#hashes = [];
    this.#newest = null;
    this.#last = checkpoint;
    await this.#advance();
  }

  #rootAgrees({ root }: Checkpoint): boolean {
    if (!this.#inOrder || this.#hashes.length === 0) return true;
    return this.#hashes.length <= MOST_LINKS && merkleRoot(this.#hashes).toString('hex') === root;
  }

  #place(before: Checkpoint): void {
    for (let at = this.#unplaced; at < this.faults.length; at += 1) {
      const fault = this.faults[at];
      if (fault !== undefined) this.faults[at] = { ...fault, before };
    }
    this.#unplaced = this.faults.length;
  }

  /** Takes the next checkpoint that is genuine, and says what is wrong with those that are not, or with their order. */
  async #advance(): Promise<void> {
    const before = this.#next;
    for (;;) {
      const { value, done } = await this.#rest.next();
      if (done === true) {
        this.#next = null;
        return;
      }
      const checkpoint: Checkpoint | null = value;
      this.count += 1;
      if (checkpoint === null) {
        this.fault('checkpointUnreadable', before?.seq ?? '0', `checkpoint ${this.count} cannot be read`);
      } else if (this.#key !== null && !this.#isGenuine(checkpoint, this.#key)) {
        const message = `checkpoint ${checkpoint.n} (link ${checkpoint.seq}) was not signed by the key in force: changed, or signed by somebody else`;
        this.fault('checkpointForged', checkpoint.seq, message);
      } else {
        this.#inOrder = this.#follows(checkpoint, before);
        if (!this.#inOrder) {
          const message = `checkpoint ${checkpoint.n} does not follow ${before === null ? 'the beginning' : `checkpoint ${before.n}`}: some are missing, changed or moved`;
          this.fault('checkpointMissing', checkpoint.seq, message);
        }
        if (checkpoint.nextKey !== undefined) this.#key = keyFrom(checkpoint.nextKey);
        if (BigInt(checkpoint.seq) < BigInt(before?.seq ?? 0)) continue;
        this.signedUpTo = checkpoint.seq;
        this.#next = checkpoint;
        return;
      }
    }
  }

  #isGenuine(checkpoint: Checkpoint, key: KeyObject): boolean {
    return checkpoint.key === keyId(key) && checkpointIsGenuine(checkpoint, key);
  }

  #follows(checkpoint: Checkpoint, before: Checkpoint | null): boolean {
    const { n, since, previous, at } = checkpoint;
    if (before === null) return n === 1 && since === '0' && previous === NO_CHECKPOINT;
    return (
      n === before.n + 1 &&
      since === before.seq &&
      previous === checkpointHash(before) &&
      // Clocks are set; an hour backwards is more than that.
      Date.parse(at) > Date.parse(before.at) - OLDER_MS
    );
  }
}

function keyFrom(spki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
}
