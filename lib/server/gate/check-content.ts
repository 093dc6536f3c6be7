import { isUtf8 } from 'node:buffer';
import { bodyTypeOf } from '#lib/server/gate/check-body.ts';
import { refuse } from '#lib/server/gate/gate-problem.ts';
import type { Problem } from '#lib/shared/problem.ts';

const deepestNesting = 32;
const mostFields = 20_000;
const mostParts = 100;

/**
 * What no handler should have to think about: letters that are no letters (PostgreSQL stores neither U+0000 nor half
 * a surrogate pair), nesting and numbers of fields that only an attacker sends, multipart that breaks off.
 */
export async function checkContent(body: Buffer, contentType: string | undefined): Promise<Problem | null> {
  switch (bodyTypeOf(contentType)) {
    case 'urlencoded':
      return isUtf8(body) && isSoundForm(body.toString('utf8')) ? null : refuse('malformedRequest', '/body');
    case 'json':
      return isUtf8(body) && isSoundJson(body.toString('utf8')) ? null : refuse('malformedRequest', '/body');
    case 'multipart':
      return (await isSoundMultipart(body, contentType ?? '')) ? null : refuse('malformedRequest', '/body');
    default:
      return null;
  }
}

function isSoundForm(text: string): boolean {
  return !text.includes('\0') && !text.includes('%00') && countOf(text, '&') < mostFields;
}

function isSoundJson(text: string): boolean {
  if (text.includes('\0') || nestingOf(text) > deepestNesting) return false;
  if (!text.includes('\\u')) return true;
  const withoutPairs = text.replaceAll(/\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/g, '');
  return !/\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})/.test(withoutPairs);
}

/** How deep the brackets outside of strings go. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '[' || letter === '{') deepest = Math.max(deepest, (depth += 1));
    else if (letter === ']' || letter === '}') depth -= 1;
  }
  return deepest;
}

/** Read with the parser that the route handlers use: what it takes here it takes there. */
async function isSoundMultipart(body: Buffer, contentType: string): Promise<boolean> {
  if (countOf(body.toString('latin1'), '\r\nContent-Disposition', 'i') > mostParts) return false;
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    for (const [name, value] of form) {
      if (name.includes('\0') || (typeof value === 'string' ? value : value.name).includes('\0'))
        return false;
    }
    return true;
  } catch {
    return false;
  }
}

function countOf(text: string, part: string, flags = ''): number {
  return (text.match(new RegExp(part, `g${flags}`)) ?? []).length;
}
