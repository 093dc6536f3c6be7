import fc from 'fast-check';
import { fromSchema } from '#lib/server/gate/testing/fuzz/from-schema.ts';
import { hostileHeader, hostileText } from '#lib/server/gate/testing/fuzz/hostile.ts';
import { nearly } from '#lib/server/gate/testing/fuzz/mutate.ts';
import type { RequestSpec, Sender } from '#lib/server/gate/testing/fuzz/spec.ts';
import type { Target } from '#lib/server/gate/testing/fuzz/targets.ts';

export type Pools = {
  readonly targets: readonly Target[];
  /** Identifiers of rows that there are, and other texts that addresses hold. */
  readonly ids: readonly string[];
  readonly senders: { readonly api: readonly Sender[]; readonly portal: readonly Sender[] };
};

/** Any request to any door: right, nearly right or hostile, by anybody. */
export function anyRequest(pools: Pools): fc.Arbitrary<RequestSpec> {
  const api = pools.targets.filter(({ isApi }) => isApi);
  const portal = pools.targets.filter(({ isApi }) => !isApi);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...api).chain((target) => requestOf(target, pools)) },
    { weight: 6, arbitrary: fc.constantFrom(...portal).chain((target) => requestOf(target, pools)) },
  );
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain',
  'application/json; charset=utf-16',
  '',
];

function requestOf(target: Target, pools: Pools): fc.Arbitrary<RequestSpec> {
  const { senders } = pools;
  // Sessions that end would leave nobody logged in.
  const own = target.path.startsWith('/api/session/log')
    ? ['nobody' as const]
    : target.isApi
      ? senders.api
      : senders.portal;
  return fc
    .record({
      method: fc.oneof(
        { weight: 20, arbitrary: fc.constant(target.method) },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
      ),
      target: addressOf(target, pools),
      as: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom<Sender>(...own) },
        {
          weight: 2,
          arbitrary: fc.constantFrom<Sender>(
            'nobody',
            'badToken',
            'badSession',
            ...senders.api,
            ...senders.portal.slice(0, 5),
          ),
        },
      ),
      json: fc.oneof(
        { weight: 3, arbitrary: nearly(bodyOf(target, pools.ids)) },
        { weight: 2, arbitrary: bodyOf(target, pools.ids) },
      ),
      isForm: target.isApi ? fc.constant(target.isForm) : fc.boolean(),
      type: fc.oneof(
        { weight: 20, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...TYPES) },
      ),
      broken: fc.oneof({ weight: 20, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: hostileText }),
      headers: headersOf,
      key: fc.oneof({ weight: 4, arbitrary: fc.uuid() }, { weight: 1, arbitrary: hostileHeader }),
      address: fc.ipV4(),
    })
    .map((made) => written(made));
}

type Made = {
  readonly method: string;
  readonly target: string;
  readonly as: Sender;
  readonly json: unknown;
  readonly isForm: boolean;
  readonly type: string | null;
  readonly broken: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly key: string;
  readonly address: string;
};

function written({
  method,
  target,
  as,
  json,
  isForm,
  type,
  broken,
  headers,
  key,
  address,
}: Made): RequestSpec {
  const hasBody = !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
  const body = broken ?? (isForm ? formOf(json, key) : (JSON.stringify(json) ?? ''));
  const ownType = type ?? (isForm ? 'application/x-www-form-urlencoded' : 'application/json');
  return {
    method,
    target,
    as,
    headers: {
      accept: 'application/json',
      'idempotency-key': key,
      // Each from somewhere else: the limits by address are for whoever asks too often.
      'x-forwarded-for': address,
      ...(hasBody ? { 'content-type': ownType, 'content-length': String(Buffer.byteLength(body)) } : {}),
      ...headers,
    },
    body: hasBody ? body : null,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === null ? '' : (JSON.stringify(value) ?? '');
}

/** Fields as forms have them: `rows.0.minutes`. */
function formOf(json: unknown, key: string): string {
  const form = new URLSearchParams();
  const add = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) add(inner, path === '' ? name : `${path}.${name}`);
    else if (value !== undefined) form.append(path, textOf(value).toWellFormed());
  };
  add(json, '');
  form.append('idempotencyKey', key);
  return form.toString();
}

function bodyOf({ bodies, examples }: Target, ids: readonly string[]): fc.Arbitrary<unknown> {
  const known = [
    ...bodies.map((schema) => fromSchema(schema, ids)),
    ...examples.map((example) => fc.constant(example)),
  ];
  return known.length === 0
    ? fc.dictionary(fc.constantFrom('id', 'file', 'back', 'secret', 'code', 'text', 'returnTo'), hostileText)
    : fc.oneof(...known);
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

function addressOf({ path, address }: Target, { ids }: Pools): fc.Arbitrary<string> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inQuery = Object.keys(address).filter((name) => !inPath.includes(name));
  const valueOf = (name: string): fc.Arbitrary<string> =>
    fc.oneof(
      {
        weight: 6,
        arbitrary:
          address[name] === undefined ? fc.constantFrom(...ids) : fromSchema(address[name], ids).map(String),
      },
      { weight: 2, arbitrary: hostileText },
    );
  return fc
    .record({
      path: fc.tuple(...inPath.map(valueOf)),
      query: fc.record(Object.fromEntries(inQuery.map((name) => [name, valueOf(name)])), {
        requiredKeys: [],
      }),
      more: fc.oneof(
        { weight: 6, arbitrary: fc.constant({}) },
        {
          weight: 1,
          arbitrary: fc.dictionary(
            fc.constantFrom(
              'page',
              'month',
              'cursor',
              'q',
              'done',
              'attempt',
              'near',
              'back',
              '__proto__',
              'limit',
            ),
            hostileText,
            { maxKeys: 3 },
          ),
        },
      ),
    })
    .map(({ path: parts, query, more }) => {
      let at = 0;
      const filled = path.replaceAll(/\{\w+\}/g, () => encoded(parts[at++] ?? '') || '-');
      const search = Object.entries({ ...query, ...more }).map(
        ([name, value]) => `${encoded(name)}=${encoded(String(value))}`,
      );
      return (search.length === 0 ? filled : `${filled}?${search.join('&')}`).slice(0, 8000);
    });
}

const headersOf: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom(
        'accept',
        'accept-language',
        'if-none-match',
        'if-modified-since',
        'range',
        'origin',
        'referer',
        'sec-fetch-site',
        'authorization',
        'cookie',
        'x-forwarded-host',
        'x-forwarded-proto',
        'rsc',
        'next-action',
        'next-router-state-tree',
        'next-router-prefetch',
        'x-middleware-subrequest',
        'x-http-method-override',
        'content-encoding',
        'user-agent',
      ),
      hostileHeader,
      { maxKeys: 3 },
    ),
  },
);
