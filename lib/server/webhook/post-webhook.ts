import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import {
  ANSWER_CHARACTERS,
  type Attempted,
  type DeliveryFailure,
} from '#lib/domain/webhook/webhook-delivery.ts';
import { endpointUrlFault, literalAddress } from '#lib/server/webhook/endpoint-url.ts';
import { isLoopbackAddress, isPublicAddress } from '#lib/server/webhook/public-address.ts';

export type Address = { readonly address: string; readonly family: number };

/** What a delivery rests on; tests bring their own resolver and a shorter patience. */
export type Posting = {
  readonly resolve: (hostname: string) => Promise<readonly Address[]>;
  readonly allowLoopback: boolean;
  /** For all of it: name, connection, answer. */
  readonly timeoutMilliseconds: number;
};

export const posting: Omit<Posting, 'allowLoopback'> = {
  resolve: (hostname) => lookup(hostname, { all: true }),
  timeoutMilliseconds: 10_000,
};

/** More of an answer than this nobody reads. */
const ANSWER_BYTES = 4096;

type Letter = {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Sends one webhook. The name is resolved once, every address that it has must be public, and the connection goes to
 * those very addresses: a name that leads elsewhere a moment later leads nowhere. Redirects are answers like others.
 */
export async function postWebhook(letter: Letter, given: Posting): Promise<Attempted> {
  if (endpointUrlFault(letter.url, given) !== null) return nothing('notPublic');
  const signal = AbortSignal.timeout(given.timeoutMilliseconds);
  try {
    const addresses = await addressesOf(new URL(letter.url), given, signal);
    return typeof addresses === 'string' ? nothing(addresses) : await exchange(letter, addresses, signal);
  } catch (error) {
    return nothing(signal.aborted ? 'timeout' : failureOf(error));
  }
}

function nothing(failure: DeliveryFailure): Attempted {
  return { failure, status: null, answer: null };
}

async function addressesOf(
  url: URL,
  { resolve, allowLoopback }: Posting,
  signal: AbortSignal,
): Promise<readonly Address[] | 'noAddress' | 'notPublic'> {
  const literal = literalAddress(url);
  const addresses =
    literal === null
      ? await Promise.race([resolve(url.hostname), aborted(signal)])
      : [{ address: literal, family: literal.includes(':') ? 6 : 4 }];
  const isAllowed = ({ address }: Address): boolean =>
    allowLoopback && isLoopbackAddress(address) ? true : isPublicAddress(address);
  if (addresses.length === 0) return 'noAddress';
  return addresses.every(isAllowed) ? addresses : 'notPublic';
}

async function aborted(signal: AbortSignal): Promise<never> {
  return await new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('out of time')), { once: true });
  });
}

/** Answers every question with the addresses that were looked at. */
function pinned(addresses: readonly Address[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

async function exchange(
  { url, body, headers }: Letter,
  addresses: readonly Address[],
  signal: AbortSignal,
): Promise<Attempted> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request: ClientRequest = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: pinned(addresses),
      // A connection of its own: none that was opened for another address is used again.
      agent: false,
      signal,
    });
    request.on('response', resolve).on('error', reject);
    // One that wants to speak something else from here (101) is hung up on without an answer or an error.
    request.on('close', () => reject(new Error('closed without an answer'))).end(body);
  });
  const answer = await firstCharacters(response);
  const status = response.statusCode ?? 0;
  return { failure: status >= 200 && status < 300 ? null : 'status', status, answer };
}

async function firstCharacters(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop closes the connection, however much there is left.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ANSWER_BYTES) break;
  }
  const text = Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString('utf8');
  // A NUL cannot be stored.
  return text.replaceAll('\0', '�').slice(0, ANSWER_CHARACTERS).toWellFormed();
}

const NO_ADDRESS = new Set(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_NONAME']);

function failureOf(error: unknown): DeliveryFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NO_ADDRESS.has(code)) return 'noAddress';
  return /CERT|SIGNED|ALTNAME|SSL|TLS/.test(code) ? 'certificate' : 'unreachable';
}
