import { uploadInput } from '#lib/schemas/upload.ts';
import { queryRoute } from '#lib/server/http/query-route.ts';
import { uploadProgress } from '#lib/server/upload/upload-progress.ts';

export const GET = queryRoute(uploadProgress, uploadInput);
