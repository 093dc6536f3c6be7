import type { IncomingHttpHeaders } from 'node:http';

/** A cookie of a request, as it was sent; the first of those that are called so. */
export function cookieOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  return headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
