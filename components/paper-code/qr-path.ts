import { encode } from 'uqr';

/** A picture as squares: how wide it is with its margin of four, and the dark ones as an SVG path. */
export type QrPath = { readonly size: number; readonly path: string };

/** The picture of a text, so that a seventh of it may be lost (level M). */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
