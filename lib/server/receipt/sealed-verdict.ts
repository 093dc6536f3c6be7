import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReceiptVerdict } from '#lib/domain/receipt/receipt-subject.ts';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';
import { env } from '#lib/server/env.ts';

/** A verdict stands in the address of the page that shows it: so long it may be shown. */
const SHOWN_FOR_MS = 60 * 60_000;

function sealOf(content: string): Buffer {
  return createHmac('sha256', deriveKey(env().PORTAL_SECRET, 'receipt-verdict/1')).update(content).digest();
}

/** A verdict for an address, sealed: nobody else can make one that says "genuine". Nothing of a person stands in it. */
export function sealVerdict(verdict: ReceiptVerdict, at: Date): string {
  const content = Buffer.from(JSON.stringify({ verdict, at: at.getTime() })).toString('base64url');
  return `${content}.${sealOf(content).toString('base64url')}`;
}

/** The verdict in an address; null where the portal has not written it, or where it is old. */
export function openVerdict(sealed: string, at: Date): ReceiptVerdict | null {
  const [content = '', seal = ''] = sealed.split('.');
  const [own, given] = [sealOf(content), Buffer.from(seal, 'base64url')];
  if (own.length !== given.length || !timingSafeEqual(own, given)) return null;
  const opened = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as {
    readonly verdict: ReceiptVerdict;
    readonly at: number;
  };
  return at.getTime() - opened.at > SHOWN_FOR_MS ? null : opened.verdict;
}
