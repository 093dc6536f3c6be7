import { describe, expect, test } from 'vitest';
import { checkContent } from '#lib/server/gate/check-content.ts';

const part = (head: string, value: string): string => `--x\r\n${head}\r\n\r\n${value}\r\n`;

async function refusal(body: string | Buffer, type: string): Promise<number | null> {
  return (await checkContent(Buffer.from(body), type))?.status ?? null;
}

describe('a form', () => {
  const type = 'application/x-www-form-urlencoded';
  test.each<[string | Buffer, number | null]>([
    ['a=1&b=%C3%A5', null],
    ['', null],
    ['a=%00', 400],
    ['a=\0', 400],
    [Buffer.from([0x61, 0xff]), 400],
    ['a&'.repeat(20_000), 400],
  ])('%#', async (body, status) => {
    expect(await refusal(body, type)).toBe(status);
  });
});

describe('JSON', () => {
  test.each<[string, string | Buffer, number | null]>([
    ['any text of the world', '{"a":"åäö 日本 😀"}', null],
    ['an escaped pair', '{"a":"\\ud83d\\ude00"}', null],
    ['no JSON: the handler says so', '{', null],
    ['a zero character', '{"a":"\\u0000"}', 400],
    ['half a pair', '{"a":"\\ud83d"}', 400],
    ['the other half', '{"a":"\\ude00"}', 400],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x22]), 400],
    ['32 levels', '['.repeat(32) + ']'.repeat(32), null],
    ['33 levels', '['.repeat(33) + ']'.repeat(33), 400],
    ['brackets in a string', JSON.stringify('['.repeat(100)), null],
    ['a quotation mark in a string', `"\\"${'['.repeat(100)}"`, null],
  ])('%s', async (_name, body, status) => {
    expect(await refusal(body, 'application/json')).toBe(status);
  });
});

describe('multipart', () => {
  const type = 'multipart/form-data; boundary=x';
  const field = part('Content-Disposition: form-data; name="a"', '1');
  test.each<[string, string, number | null]>([
    [
      'a field and a file',
      `${field}${part('Content-Disposition: form-data; name="f"; filename="r.csv"\r\nContent-Type: text/csv', 'a;b')}--x--\r\n`,
      null,
    ],
    ['no end', field, 400],
    ['another boundary', field.replaceAll('--x', '--y'), 400],
    ['a part without a name', `${part('Content-Type: text/plain', '1')}--x--\r\n`, 400],
    ['nothing', '', 400],
    ['a broken header', `${part('Content-Disposition', '1')}--x--\r\n`, 400],
    ['a hundred parts', `${field.repeat(100)}--x--\r\n`, null],
    ['more', `${field.repeat(101)}--x--\r\n`, 400],
  ])('%s', async (_name, body, status) => {
    expect(await refusal(body, type)).toBe(status);
  });
});
