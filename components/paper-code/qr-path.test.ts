import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from '#components/paper-code/qr-path.ts';
import { codeAddress, typedAddress } from '#lib/domain/paper-code/code-address.ts';

const address = codeAddress('https://portal.example', '3467-9ACD-EFGH-JKMP');

/** The picture as it is drawn: `#` where it is dark. */
function drawn(text: string): readonly string[] {
  const { size, path } = qrPath(text);
  const squares = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (squares.has(`${x},${y}`) ? '#' : '.')).join(''),
  );
}

test('every dark square of the code is drawn, and no other', () => {
  const { data } = encode(address, { ecc: 'M', border: 4 });
  expect(drawn(address)).toEqual(data.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')));
});

test('it has the three corners that cameras look for, within a light margin of four squares', () => {
  const rows = drawn(address);
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
  const at = (x: number, y: number) => finder.map((_, row) => rows[y + row]?.slice(x, x + 7));
  const far = rows.length - 4 - 7;
  for (const [x, y] of [
    [4, 4],
    [far, 4],
    [4, far],
  ] as const)
    expect(at(x, y)).toEqual(finder);
  expect(rows.slice(0, 4).concat(rows.slice(-4)).join('')).not.toContain('#');
  for (const row of rows) expect(row.slice(0, 4) + row.slice(-4)).toBe('........');
});

test('other codes are other pictures', () => {
  expect(qrPath(address).path).not.toBe(qrPath(`${address}X`).path);
});

test('the code stands behind the #, which is sent nowhere, and not in the address that people type', () => {
  expect(new URL(address)).toMatchObject({ pathname: '/code', search: '', hash: '#3467-9ACD-EFGH-JKMP' });
  expect(typedAddress('https://portal.example')).toBe('portal.example/code');
});
