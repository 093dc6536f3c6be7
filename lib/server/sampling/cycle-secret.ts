import { secretSeal } from '#lib/server/crypto/secret-seal.ts';

const PURPOSE = 'sample-cycle/1';

/** A cycle's secret as its row keeps it until the cycle closes: bound to the cycle, so that it opens nowhere else. */
export function sealCycleSecret(
  portalSecret: string,
  cycleId: string,
  secret: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return secretSeal(portalSecret, PURPOSE).seal(cycleId, Buffer.from(secret).toString('hex'));
}

/** Throws where it was changed, belongs to another cycle, or was sealed with another key. */
export function openCycleSecret(portalSecret: string, cycleId: string, sealed: Uint8Array): Buffer {
  return Buffer.from(secretSeal(portalSecret, PURPOSE).open(cycleId, sealed), 'hex');
}
