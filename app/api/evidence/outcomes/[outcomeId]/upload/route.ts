import { answerEvidenceUpload } from '#lib/server/evidence/upload-route.ts';

export const POST = answerEvidenceUpload;
