import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The requirements of OWASP ASVS 5.0.0: of each section the levels of its requirements, in order. V1.1 has two, both of level 2.
 */
const STANDARD: Readonly<Record<string, string>> = {
  'V1.1': '22',
  'V1.2': '1111122223',
  'V1.3': '112222222223',
  'V1.4': '222',
  'V1.5': '123',
  'V2.1': '122',
  'V2.2': '112',
  'V2.3': '12223',
  'V2.4': '23',
  'V3.1': '3',
  'V3.2': '113',
  'V3.3': '12223',
  'V3.4': '11222233',
  'V3.5': '11122333',
  'V3.6': '3',
  'V3.7': '22333',
  'V4.1': '12233',
  'V4.2': '23333',
  'V4.3': '22',
  'V4.4': '1222',
  'V5.1': '2',
  'V5.2': '112333',
  'V5.3': '113',
  'V5.4': '222',
  'V6.1': '122',
  'V6.2': '111111112222',
  'V6.3': '11223333',
  'V6.4': '112233',
  'V6.5': '22222333',
  'V6.6': '2223',
  'V6.7': '33',
  'V6.8': '2222',
  'V7.1': '222',
  'V7.2': '1111',
  'V7.3': '22',
  'V7.4': '11222',
  'V7.5': '223',
  'V7.6': '22',
  'V8.1': '1233',
  'V8.2': '1123',
  'V8.3': '133',
  'V8.4': '23',
  'V9.1': '111',
  'V9.2': '1222',
  'V10.1': '22',
  'V10.2': '223',
  'V10.3': '22223',
  'V10.4': '1111122222233333',
  'V10.5': '22222',
  'V10.6': '22',
  'V10.7': '222',
  'V11.1': '2233',
  'V11.2': '22233',
  'V11.3': '11233',
  'V11.4': '1222',
  'V11.5': '23',
  'V11.6': '23',
  'V11.7': '33',
  'V12.1': '12233',
  'V12.2': '11',
  'V12.3': '22223',
  'V13.1': '2333',
  'V13.2': '222223',
  'V13.3': '2233',
  'V13.4': '1222233',
  'V14.1': '22',
  'V14.2': '12223333',
  'V14.3': '122',
  'V15.1': '12233',
  'V15.2': '12233',
  'V15.3': '1222222',
  'V15.4': '3333',
  'V16.1': '2',
  'V16.2': '22222',
  'V16.3': '2222',
  'V16.4': '222',
  'V16.5': '2223',
  'V17.1': '23',
  'V17.2': '22223333',
  'V17.3': '22',
};

type Requirement = { readonly id: string; readonly level: string };

const requirements: readonly Requirement[] = Object.entries(STANDARD).flatMap(([section, levels]) =>
  Array.from(levels, (level, at) => ({ id: `${section}.${at + 1}`, level })),
);
const asked = requirements.filter(({ level }) => level !== '3');

const STATES = ['Met', 'Operator', 'N/A', 'Not met'] as const;

type Row = Requirement & { readonly state: string; readonly how: string; readonly shown: readonly string[] };

const document = readFileSync('docs/security.md', 'utf8');

/** The files that a text links to, from the repository's root. */
function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, to = '']) => decodeURIComponent(to))
    .filter((to) => !/^https?:/.test(to))
    .map((to) => path.posix.join('docs', to));
}

function rowsOf(text: string): readonly Row[] {
  return [...text.matchAll(/^\| (V[\d.]+) \| (\d) \| [^|]+ \| \*\*([^*]+)\*\* – ([^|]+) \|([^|]*)\|$/gm)].map(
    ([, id = '', level = '', state = '', how = '', shown = '']) => ({
      id,
      level,
      state,
      how,
      shown: linksOf(shown),
    }),
  );
}

const rows = rowsOf(document);

describe('The table of the standard', () => {
  test('is held against all of it', () => {
    const ofLevel = (wanted: string) => requirements.filter(({ level }) => level === wanted).length;
    expect([requirements.length, ofLevel('1'), ofLevel('2'), ofLevel('3')]).toEqual([345, 70, 183, 92]);
  });

  test('has every requirement of levels 1 and 2 once, in order, with its level', () => {
    expect(rows.map(({ id, level }) => ({ id, level }))).toEqual(asked);
    expect([...document.matchAll(/^\| V\d/gm)]).toHaveLength(asked.length);
  });

  test('says of each how it stands, and by what that is shown', () => {
    const isSaid = ({ state, how, shown }: Row): boolean =>
      STATES.some((one) => one === state) && how.length > 3 && (state === 'N/A' || shown.length > 0);
    expect(rows.filter((row) => !isSaid(row))).toEqual([]);
  });

  test('counts what it says', () => {
    const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
    expect(document).toContain(
      `Of ${asked.length}: met ${count('Met')}, operator ${count('Operator')}, n/a ${count('N/A')}, not met ${count('Not met')}.`,
    );
  });

  test('a row that is missing, doubled or without a link is found', () => {
    const [first = ''] = /^\| V1\.1\.1 .*$/m.exec(document) ?? [];
    expect(rowsOf(document.replace(`${first}\n`, ''))).toHaveLength(asked.length - 1);
    expect(rowsOf(document.replace(first, `${first}\n${first}`))).toHaveLength(asked.length + 1);
    expect(rowsOf(first.replaceAll(/\[[^|]*\)/g, ''))[0]?.shown).toEqual([]);
  });
});

test('Whatever the document points at is there', () => {
  const links = linksOf(document);
  expect(links.length).toBeGreaterThan(300);
  expect([...new Set(links)].filter((file) => !existsSync(file))).toEqual([]);
});

type Nowhere = {
  readonly pattern: RegExp;
  /** Files that may, each for a reason. */
  readonly except?: RegExp;
  /** What would be found. */
  readonly such: string;
};

/** What the table says is nowhere in what runs. */
const NOWHERE: Readonly<Record<string, Nowhere>> = {
  'HTML written by hand into a page': {
    pattern: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\(/,
    such: 'element.innerHTML = typed;',
  },
  'text run as code': { pattern: /\beval\(|\bnew Function\(|from 'node:vm'/, such: 'eval(typed)' },
  'another origin let in': {
    pattern: /access-control-allow/i,
    such: "headers.set('Access-Control-Allow-Origin', '*')",
  },
  'certificates taken unseen': {
    pattern: /rejectUnauthorized|NODE_TLS_REJECT|insecureHTTPParser/,
    such: '{ rejectUnauthorized: false }',
  },
  'weak hashes and ciphers': {
    pattern: /createHash\('(?:md5|sha1)'|-(?:ecb|cbc)'|createCipher\(/,
    such: "createCipheriv('aes-256-cbc', key, iv)",
  },
  'other programs run': {
    pattern: /from 'node:child_process'/,
    // The embedded database, and its backup.
    except: /^lib\/server\/(?:db\/postgres-|backup\/copy-files)/,
    such: "import { exec } from 'node:child_process';",
  },
  'SQL as text': {
    pattern: /(?:query|execute)RawUnsafe/,
    // Texts without anything of a request in them.
    except: /^lib\/server\/(?:db\/generated|jobs\/send-in-transaction|health\/check-readiness)/,
    such: 'tx.$queryRawUnsafe(`SELECT ${typed}`)',
  },
};

describe('Nowhere in what runs are', () => {
  const sources = globSync('{app,components,lib}/**/*.{ts,tsx}')
    .filter((file) => !/\.i?test\.tsx?$|\/testing\//.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

  test.each(Object.entries(NOWHERE))('%s', (_what, { pattern, except, such }) => {
    expect(sources.length).toBeGreaterThan(1000);
    const found = sources.filter(({ file, text }) => pattern.test(text) && except?.test(file) !== true);
    expect(found.map(({ file }) => file)).toEqual([]);
    expect(such).toMatch(pattern);
  });
});
