/** Days for which what stands there can be relied on; it is made anew each time that somebody asks. */
const LASTS_DAYS = 30;

const DAY_MS = 86_400_000;

export type SecurityTxt = {
  /** An address of its own kind: mailto:, https: or tel:. */
  readonly contact: string;
  /** Address of the portal without a slash at the end. */
  readonly portalUrl: string;
  readonly now: Date;
};

/** Where somebody who has found a hole turns (RFC 9116). */
export function securityTxt({ contact, portalUrl, now }: SecurityTxt): string {
  const expires = new Date(now.getTime() + LASTS_DAYS * DAY_MS);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${portalUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
