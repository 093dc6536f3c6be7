export const dynamic = 'force-dynamic';

/** The process serves; whether everything behind it does is said by /api/ready. */
export function GET(): Response {
  return Response.json({ status: 'ok' });
}
