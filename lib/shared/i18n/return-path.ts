const HERE = 'http://portal.invalid';

/**
 * The path and query to go back to, or `/` where the text would lead to another site, to an address that only
 * takes what is sent to it (`/api`), or nowhere. Browsers read `\` as `/` and drop tabs and line breaks, as URL does here.
 */
export function toReturnPath(text: string | null | undefined): string {
  if (text === null || text === undefined || !text.startsWith('/') || !URL.canParse(text, HERE)) return '/';
  const url = new URL(text, HERE);
  // A path that begins with // would be read as a host when it is sent on its own.
  if (url.origin !== HERE || url.pathname.startsWith('//') || /^\/api(\/|$)/.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}`;
}
