import type { Actor } from '#lib/domain/actor/actor.ts';
import { frontDoorOf } from '#lib/domain/actor/front-door.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import type { Role } from '#lib/domain/actor/role.ts';

/** The page of a version of a document behind the role's own front door. */
export function documentPathFor(role: Role, documentId: string): string {
  return `/${frontDoorOf(role)}/documents/${documentId}`;
}

/** The page of a version of a document for who acts; systems read it as a provider's people do. */
export function documentPath(actor: Actor, documentId: string): string {
  return documentPathFor(actor.kind === 'person' ? actor.role : 'reporter', documentId);
}

/** The form of a kind of document about a placement: a new one, a draft that goes on, or a version that is replaced. */
export function documentFormPath(
  placementId: string,
  kind: DocumentKind,
  from: { readonly draftId?: string; readonly replacesId?: string; readonly saved?: boolean } = {},
): string {
  const search = new URLSearchParams();
  if (from.draftId !== undefined) search.set('draft', from.draftId);
  if (from.replacesId !== undefined) search.set('replaces', from.replacesId);
  if (from.saved === true) search.set('done', 'saved');
  const path = `/provider/participants/${placementId}/documents/${kind}`;
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
