import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { publishedKeys } from '#lib/server/audit/published-keys.ts';
import { now } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { sealVerdict } from '#lib/server/receipt/sealed-verdict.ts';
import { verifyReceipt } from '#lib/server/receipt/verify-receipt.ts';

const PAGE = '/verify';
/** A receipt is some four thousand letters. */
const MOST_BYTES = 32 * 1024;

/** A receipt from the public form, as a file or as text. Answers with the page that says what it is worth; nothing is stored. */
export async function answerReceipt(request: Request): Promise<Response> {
  const token = await takeToken(database(), limits.receipt, addressSubject(request.headers));
  if (!token.ok) return seeOther(`${PAGE}?wait=1`);
  const form = await request.formData();
  const [file, typed] = [form.get('file'), form.get('text')];
  const given = file instanceof File && file.size > 0 ? file : typed;
  if (given === null || (typeof given === 'string' && given.trim() === ''))
    return seeOther(`${PAGE}?empty=1`);
  const size = typeof given === 'string' ? given.length : given.size;
  const text = size > MOST_BYTES ? '' : typeof given === 'string' ? given : await given.text();
  const keys = await publishedKeys(auditFolder(env().PORTAL_DATA_DIR));
  const verdict = verifyReceipt(text, keys);
  return seeOther(withSearch(PAGE, 'result', sealVerdict(verdict, now())));
}
