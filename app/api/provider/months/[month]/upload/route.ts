import { answerUpload } from '#lib/server/upload/upload-route.ts';

export const POST = answerUpload;
