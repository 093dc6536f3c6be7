import type { Command } from '#lib/server/command/command.ts';
import { commandRoute, type CommandRouteOptions } from '#lib/server/http/command-route.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Options<Output> = CommandRouteOptions<Output> & {
  /** The field that holds the file; its text takes the place of what would have been pasted. */
  readonly field: string;
};

async function textOf(value: FormDataEntryValue): Promise<string> {
  return typeof value === 'string' ? value : await value.text();
}

/** A command whose text is sent as a file: the same form as if it had been pasted, and so the same answers. */
export function jsonFileRoute<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  { field, ...options }: Options<Output>,
): ReturnType<typeof commandRoute> {
  const post = commandRoute(command, options);
  return async (request, route) => {
    const form = await request.formData();
    if (!(form.get(field) instanceof File)) return problemResponse(knownProblem('malformedRequest'));
    const fields = new URLSearchParams();
    for (const [name, value] of form) fields.append(name, await textOf(value));
    const headers = new Headers(request.headers);
    headers.set('content-type', 'application/x-www-form-urlencoded');
    headers.delete('content-length');
    return await post(new Request(request.url, { method: 'POST', headers, body: fields.toString() }), route);
  };
}
