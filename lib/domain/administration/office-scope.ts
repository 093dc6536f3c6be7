/** Which offices a role reaches: the whole provider, or some by their ids. */
export type OfficeScope = 'all' | readonly string[];

/** Whether everything in `scope` lies within what `reach` covers. Nobody gives or takes what they do not reach themselves. */
export function isWithin(scope: OfficeScope, reach: OfficeScope): boolean {
  if (reach === 'all') return true;
  return scope !== 'all' && scope.every((officeId) => reach.includes(officeId));
}
