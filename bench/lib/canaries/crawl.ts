import { visitParts } from '#lib/server/files/zip-parts.ts';

/** Something that left the portal: where it was asked for, and all of its text – address, headers, body, parts of an archive. */
export type Left = { readonly path: string; readonly status: number; readonly text: string };

const LINK = /(?:href|action|src)="([^"#]+)/g;
/** What ends a session, leaves it, or is the same for everybody. */
const LEFT_OUT = /^\/(_next|api\/session|api\/auth|login|choose-role|api\/locale)/;
export const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|\d{9}|\d{4}-\d{2}(-\d{2})?/g;

export type Crawl = {
  readonly origin: string;
  readonly cookie: string;
  /** Where to begin, and what no link leads to. */
  readonly from: readonly string[];
  /** Most pages of each shape (`/provider/participants/…`), and in all. */
  readonly ofEach: number;
  readonly most: number;
};

/**
 * Everything that links lead to from where somebody begins: pages, files, what routes answer to GET. Of pages alike but for the id a
 * few are taken. Nothing is sent but GET, so that nothing changes.
 */
export async function crawl(given: Crawl, met: (left: Left) => void): Promise<number> {
  const seen = new Set<string>();
  const ofShape = new Map<string, number>();
  const queue = [...given.from];
  let taken = 0;
  while (queue.length > 0 && taken < given.most) {
    const path = queue.shift() ?? '';
    const shape = path.replaceAll(ID, '*');
    if (seen.has(path) || LEFT_OUT.test(path)) continue;
    seen.add(path);
    const alike = ofShape.get(shape) ?? 0;
    if (alike >= given.ofEach && !given.from.includes(path)) continue;
    ofShape.set(shape, alike + 1);
    taken += 1;
    const left = await fetched(given, path);
    met(left);
    for (const link of linksOf(left.text, path, given.origin)) if (!seen.has(link)) queue.push(link);
  }
  return taken;
}

export async function fetched(
  { origin, cookie }: Pick<Crawl, 'origin' | 'cookie'>,
  path: string,
): Promise<Left> {
  const response = await fetch(new URL(path, origin), {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html,*/*' },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return { path, status: response.status, text: `${headers}\n${textOf(bytes)}` };
}

/** What a body says: an archive's parts, unpacked; everything else as it stands. */
export function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8');
  const parts: string[] = [];
  const opened = visitParts(bytes, (name, content) => parts.push(name, textOf(content)));
  if (!opened.ok) throw new Error(`An archive could not be opened: ${opened.error.code}`);
  return parts.join('\n');
}

function linksOf(text: string, base: string, origin: string): readonly string[] {
  const found: string[] = [];
  const location = /^location: (\S+)$/m.exec(text)?.[1];
  for (const given of [
    ...(location === undefined ? [] : [location]),
    ...[...text.matchAll(LINK)].map(([, link]) => link ?? ''),
  ]) {
    const link = URL.parse(given.replaceAll('&amp;', '&'), new URL(base, origin));
    if (link !== null && link.origin === origin) found.push(`${link.pathname}${link.search}`);
  }
  return found;
}
