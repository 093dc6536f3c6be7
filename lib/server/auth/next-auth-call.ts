import type { NextApiRequest, NextApiResponse } from 'next';
import nextAuthModule, { type AuthOptions } from 'next-auth';

export type NextAuthCall = {
  readonly method: 'GET' | 'POST';
  /** What stands after `/api/auth/`. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
};

export type NextAuthReply = {
  readonly location: string | null;
  /** `Set-Cookie` headers. */
  readonly cookies: readonly string[];
  readonly body: unknown;
};

// CommonJS seen from an ES module: Node gives the exports object, bundlers give its default.
const nextAuth =
  typeof nextAuthModule === 'function'
    ? nextAuthModule
    : (nextAuthModule as { default: typeof nextAuthModule }).default;

/**
 * Runs next-auth by its documented way in for a request and a response, with both made here: it sees only what we
 * pass, and nothing leaves before we have looked at it.
 */
export async function callNextAuth(
  options: AuthOptions,
  portalUrl: string,
  call: NextAuthCall,
): Promise<NextAuthReply> {
  // The only way to tell next-auth its own address.
  process.env['NEXTAUTH_URL'] = portalUrl;
  const request = {
    method: call.method,
    headers: {},
    query: { ...call.query, nextauth: [...call.path] },
    body: call.body,
    cookies: call.cookies,
  };
  const reply = new Reply();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- next-auth reads and calls only what stands here
  await nextAuth(request as unknown as NextApiRequest, reply as unknown as NextApiResponse, options);
  return { location: reply.header('location'), cookies: reply.cookies(), body: reply.body };
}

/** The part of a Node response that next-auth uses. */
class Reply {
  readonly #headers = new Map<string, string | readonly string[]>();
  body: unknown = undefined;

  getHeader(name: string): string | readonly string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  status(): this {
    return this;
  }

  end(): void {
    this.body = undefined;
  }

  send(body: unknown): void {
    this.body = body;
  }

  json(body: unknown): void {
    this.body = body;
  }

  header(name: string): string | null {
    const value = this.#headers.get(name);
    return typeof value === 'string' ? value : null;
  }

  cookies(): readonly string[] {
    const value = this.#headers.get('set-cookie') ?? [];
    return typeof value === 'string' ? [value] : value;
  }
}
