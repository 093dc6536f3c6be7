import { z } from 'zod';
import { attestPreviewInput, MOST_ATTESTED, MOST_KEPT } from '#lib/schemas/report.ts';
import { decodeForm, readForm } from '#lib/server/http/form-data.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { attestPath } from '#lib/server/report/provider-paths.ts';
import { knownProblem } from '#lib/shared/problem.ts';

const marked = z.array(z.object({ placementId: z.uuid(), leave: z.boolean().default(false) }));
const chosen = z.object({
  month: attestPreviewInput.shape.month,
  office: attestPreviewInput.shape.office,
  reports: marked.max(MOST_ATTESTED + MOST_KEPT).default([]),
  kept: marked.max(MOST_KEPT).default([]),
});

/** Shows the same page with the choice that was made in it. Nothing is changed: what is kept back stands in the address. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly month: string }> },
): Promise<Response> {
  const { values } = readForm(await request.text());
  const read = chosen.safeParse(decodeForm(chosen, { ...values, ...(await params) }));
  if (!read.success) return problemResponse(knownProblem('malformedRequest'));
  const { month, office, reports, kept } = read.data;
  const leave = [...kept, ...reports].filter((one) => one.leave).map(({ placementId }) => placementId);
  if (leave.length <= MOST_KEPT) return seeOther(attestPath({ month, office, leave }));
  const before = attestPath({ month, office, leave: leave.slice(0, MOST_KEPT) });
  return seeOther(withSearch(before, 'tooMany', String(leave.length)));
}
