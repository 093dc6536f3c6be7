import type { Problem } from '#lib/shared/problem.ts';
import { refuse } from '#lib/server/gate/gate-problem.ts';

const longestTarget = 4096;

/** The address as it stands in the request line: `/path?query`, decodable, with one way only to read it. */
export function checkTarget(target: string): Problem | null {
  if (target.length > longestTarget) return refuse('addressTooLong', '/url');
  const cut = target.indexOf('?');
  const path = cut === -1 ? target : target.slice(0, cut);
  const query = cut === -1 ? '' : target.slice(cut + 1);
  return isPath(path) && isQuery(query) ? null : refuse('malformedRequest', '/url');
}

function isPath(path: string): boolean {
  if (!path.startsWith('/') || !isPrintable(path)) return false;
  const parts = path.slice(1).split('/');
  // `//host` is another website to a browser; `..` another page to a proxy.
  if (parts.slice(0, -1).includes('')) return false;
  return parts.every((part) => {
    const decoded = decode(part);
    return decoded !== undefined && !/[/\\]/.test(decoded) && decoded !== '.' && decoded !== '..';
  });
}

function isQuery(query: string): boolean {
  if (!isPrintable(query)) return false;
  return query.split('&').every((pair) => decode(pair.replaceAll('+', ' ')) !== undefined);
}

/** Visible ASCII; everything else has to be percent-encoded, and so does what delimits an address in text. */
function isPrintable(text: string): boolean {
  return /^[!-~]*$/.test(text) && !/["#<>]/.test(text);
}

/** The decoded text, or undefined where it is no UTF-8 or holds a control character. */
function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text);
    return /\p{Cc}/u.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}
