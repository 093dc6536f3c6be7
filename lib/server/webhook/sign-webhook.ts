import { createHmac, randomBytes } from 'node:crypto';

/** A receiver leaves aside what is signed longer ago than this, so that nobody can send it again. Seconds. */
export const REPLAY_WINDOW = 300;

/** 256 random bits, with a beginning by which scanners of code know it. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

/**
 * The value of `Webhook-Signature`: when it was signed, and the HMAC-SHA-256 of `<t>.<body>` under each secret that counts,
 * the newest first. The key is the secret's own characters.
 */
export function webhookSignature(body: string, secrets: readonly string[], at: Date): string {
  const t = Math.floor(at.getTime() / 1000);
  const parts = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`,
  );
  return [`t=${t}`, ...parts].join(',');
}
