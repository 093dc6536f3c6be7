import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed longer ago is left aside: somebody may be sending it again. Seconds. */
const WINDOW = 300;

/**
 * Whether a webhook comes from the portal: `signature` is its header `Webhook-Signature`, `body` the text exactly as it came,
 * before anything has read it as JSON. While a secret is being changed there are two signatures: one that fits is enough.
 */
export function isFromPortal(signature: string, body: string, secret: string, now = new Date()): boolean {
  const parts = signature.split(',').map((part) => part.split('='));
  const signedAt = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d+$/.test(signedAt) || Math.abs(now.getTime() / 1000 - Number(signedAt)) > WINDOW) return false;
  const expected = createHmac('sha256', secret).update(`${signedAt}.${body}`).digest();
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(name === 'v1' ? value : '', 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
