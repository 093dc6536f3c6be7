import { commandRoute } from '#lib/server/http/command-route.ts';
import { unnameForProtected } from '#lib/server/protected-identity/name-for-protected.ts';
import { afterUnname } from '#lib/server/protected-identity/protected-paths.ts';

export const POST = commandRoute(unnameForProtected, { done: afterUnname, page: '/protected' });
