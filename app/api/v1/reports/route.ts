import { commandRoute } from '#lib/server/http/command-route.ts';
import { answerDryRun, answerReportsOfMonth } from '#lib/server/report/rows-route.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';

const submit = commandRoute(submitRows, { done: () => '/', page: '/' });

type Route = Parameters<typeof submit>[1];

export async function POST(request: Request, route: Route): Promise<Response> {
  const dryRun = new URL(request.url).searchParams.get('dryRun') === 'true';
  return dryRun ? await answerDryRun(request) : await submit(request, route);
}

export async function GET(request: Request): Promise<Response> {
  return await answerReportsOfMonth(request);
}
