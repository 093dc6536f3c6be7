import type { Checkpoint } from '#lib/server/audit/checkpoint.ts';

export type FaultCode =
  | 'gap'
  | 'entryMissing'
  | 'hashDiffers'
  | 'entryNotChained'
  | 'linksNotSigned'
  | 'datedOutside'
  | 'keyMissing'
  | 'checkpointUnreadable'
  | 'checkpointForged'
  | 'checkpointMissing'
  | 'checkpointDiffers'
  | 'cutAfterCheckpoint';

export type ChainFault = {
  /** The link, or for a fault of a checkpoint the last link that it has seen. */
  readonly seq: string | null;
  readonly code: FaultCode;
  readonly message: string;
  /** The last checkpoint before it that agrees, and the first after it. */
  readonly after?: Checkpoint | null;
  readonly before?: Checkpoint | null;
};

/** So many faults are told one by one; further ones are counted. */
export const MOST_FAULTS = 1_000;
