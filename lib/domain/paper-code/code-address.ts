/**
 * Where a code in a picture leads: the page where codes are typed, with the code behind the # – which browsers send to no server, so
 * that it stands in no log, neither the portal's nor anybody's between.
 */
export function codeAddress(portalUrl: string, code: string): string {
  return `${portalUrl}/code#${code}`;
}

/** The same address as people type it: without what browsers put before it, and without the code. */
export function typedAddress(portalUrl: string): string {
  return `${portalUrl.replace(/^https?:\/\//, '')}/code`;
}
