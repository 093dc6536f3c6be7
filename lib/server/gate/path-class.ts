const kibi = 1024;
const mebi = 1024 * kibi;

export type BodyType = 'urlencoded' | 'json' | 'multipart';

/** What may be sent to a kind of address. */
export type PathClass = {
  readonly name: 'page' | 'asset' | 'framework' | 'login' | 'token' | 'api' | 'upload' | 'machine' | 'open';
  readonly methods: readonly string[];
  readonly bodies: readonly BodyType[];
  /** Bytes. */
  readonly bodyLimit: number;
  /** Browsers' requests that change something have to come from our own pages; machines have no pages. */
  readonly checksOrigin: boolean;
};

const reading = ['GET', 'HEAD'];

const classes = {
  // Nothing is posted to a page: forms go to route handlers below /api, which closes Next's door for server actions.
  page: { name: 'page', methods: reading, bodies: [], bodyLimit: 0, checksOrigin: true },
  asset: { name: 'asset', methods: reading, bodies: [], bodyLimit: 0, checksOrigin: true },
  // Next's image resizer and whatever else it may serve below /_next: not used, hence closed.
  framework: { name: 'framework', methods: [], bodies: [], bodyLimit: 0, checksOrigin: true },
  login: {
    name: 'login',
    methods: [...reading, 'POST'],
    bodies: ['urlencoded'],
    bodyLimit: 16 * kibi,
    checksOrigin: true,
  },
  token: {
    name: 'token',
    methods: ['POST'],
    bodies: ['urlencoded'],
    bodyLimit: 16 * kibi,
    checksOrigin: false,
  },
  api: {
    name: 'api',
    methods: [...reading, 'POST', 'PUT', 'PATCH', 'DELETE'],
    bodies: ['urlencoded', 'json'],
    bodyLimit: mebi,
    checksOrigin: true,
  },
  upload: {
    name: 'upload',
    methods: ['POST'],
    bodies: ['multipart'],
    bodyLimit: 12 * mebi,
    checksOrigin: true,
  },
  machine: {
    name: 'machine',
    methods: [...reading, 'POST', 'PUT', 'PATCH', 'DELETE'],
    bodies: ['json'],
    bodyLimit: 12 * mebi,
    checksOrigin: true,
  },
  // Calculates and changes nothing, for anybody: there is no session to protect.
  open: {
    name: 'open',
    methods: ['POST'],
    bodies: ['json'],
    bodyLimit: 2 * mebi,
    checksOrigin: false,
  },
} as const satisfies Record<PathClass['name'], PathClass>;

/** The class of a path without its query. An address that takes files has a part `upload` below /api. */
export function classifyPath(path: string): PathClass {
  if (path.startsWith('/_next/static/')) return classes.asset;
  if (path === '/_next' || path.startsWith('/_next/')) return classes.framework;
  if (path.startsWith('/api/auth/') || path === '/api/auth') return classes.login;
  if (path === '/api/oauth/token') return classes.token;
  if (path === '/api/v1/compensation/evaluate') return classes.open;
  if (path.startsWith('/api/v1/') || path === '/api/v1') return classes.machine;
  if (path.startsWith('/api/') && path.split('/').includes('upload')) return classes.upload;
  if (path.startsWith('/api/') || path === '/api') return classes.api;
  return classes.page;
}

/** All that shows or changes anything; what only says how the portal is, or what pages look like, does without. */
export function needsDatabase(path: string): boolean {
  return classifyPath(path).name !== 'asset' && path !== '/api/health' && path !== '/api/ready';
}
