import { answerEvaluate } from '#lib/server/compensation/answer-evaluate.ts';
import { database } from '#lib/server/db/client.ts';

export async function POST(request: Request): Promise<Response> {
  return await answerEvaluate(database(), request);
}
