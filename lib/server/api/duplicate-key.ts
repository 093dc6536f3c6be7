import { pointerOf } from '#lib/shared/json-pointer.ts';

type Level = { readonly keys: Set<string> | null; step: string | number };

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]/gs;

/**
 * The JSON pointer of the first key that an object has twice, or null. `JSON.parse` keeps the last one and says nothing; which
 * of the two was meant nobody knows. The text is JSON already.
 */
export function duplicateKey(text: string): string | null {
  const levels: Level[] = [];
  let key: string | null = null;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    switch (token) {
      case '{':
        levels.push({ keys: new Set(), step: '' });
        break;
      case '[':
        levels.push({ keys: null, step: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level !== undefined && typeof level.step === 'number') level.step += 1;
        break;
      case ':': {
        if (level?.keys === null || level === undefined || key === null) break;
        level.step = key;
        if (level.keys.has(key)) return pointerOf(levels.map(({ step }) => step));
        level.keys.add(key);
        break;
      }
      default:
        // Only what stands before a colon is a key.
        key = level?.keys === null ? null : JSON.parse(token);
    }
  }
  return null;
}
