import { toReturnPath } from '#lib/shared/i18n/return-path.ts';

/**
 * The page that a form stood on: what the browser says (the header `Referer`), since the form does not know of pages moved to without
 * loading them; the form's own word for it where the browser keeps that to itself.
 */
export function pageBefore(referer: string | null, back: string | null): string {
  const page = URL.parse(referer ?? '');
  const here = `${page?.pathname ?? ''}${page?.search ?? ''}`;
  return toReturnPath(here) === here ? here : toReturnPath(back);
}
