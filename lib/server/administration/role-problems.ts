import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { isWithin, type OfficeScope } from '#lib/domain/administration/office-scope.ts';
import { conflict, forbidden, type Problem, validationProblem } from '#lib/shared/problem.ts';

/** Somebody who administers some offices does so there alone. */
export function reachProblem(actor: ProviderActor, scopes: readonly OfficeScope[]): Problem | null {
  if (scopes.every((scope) => isWithin(scope, actor.officeScope))) return null;
  return forbidden([
    {
      pointer: '/officeIds',
      code: 'notReached',
      message: 'Du kan bara ge och ändra roller i de verksamheter som du själv administrerar.',
    },
  ]);
}

/** An office that is not the provider's own is not there. */
export function foreignOfficeProblem(asked: readonly string[], own: readonly string[]): Problem | null {
  if (asked.every((id) => own.includes(id))) return null;
  return validationProblem([
    {
      pointer: '/officeIds',
      code: 'officeUnknown',
      message: 'En av verksamheterna är inte er. Välj på nytt.',
    },
  ]);
}

/** Each of several rows has its own version. */
export function seenProblem(
  held: readonly { readonly membershipId: string; readonly version: number }[],
  seen: readonly { readonly membershipId: string; readonly version: number }[],
): Problem | null {
  const versions = new Map(seen.map(({ membershipId, version }) => [membershipId, version]));
  return held.every(({ membershipId, version }) => versions.get(membershipId) === version)
    ? null
    : conflict();
}
