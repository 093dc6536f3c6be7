import { answerEmployer } from '#lib/server/evidence/answer-route.ts';

export const POST = answerEmployer;
