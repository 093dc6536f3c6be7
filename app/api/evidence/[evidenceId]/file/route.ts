import { answerEvidenceFile } from '#lib/server/evidence/file-route.ts';

export const GET = answerEvidenceFile;
