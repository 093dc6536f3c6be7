import { commandRoute } from '#lib/server/http/command-route.ts';
import { openProtected } from '#lib/server/protected-identity/open-protected.ts';
import { lookPath } from '#lib/server/protected-identity/protected-paths.ts';

export const POST = commandRoute(openProtected, { done: lookPath, page: '/' });
