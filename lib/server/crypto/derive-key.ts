import { hkdfSync } from 'node:crypto';

/**
 * A 256-bit key for one purpose, by HKDF-SHA-256 (RFC 5869) from the portal's secret: whoever learns one purpose's key
 * learns no other. The purpose carries its version (`identity-hash/1`), so that a key can be followed by another.
 */
export function deriveKey(portalSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', portalSecret, 'leverantorsportalen', purpose, 32));
}
