import { crc32, deflateSync } from 'node:zlib';

/** A PDF of one empty page; with more objects, and more in its trailer. */
export function pdfOf(objects = '', trailer = ''): Buffer {
  const text = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
${objects}
trailer << /Root 1 0 R /Size 4 ${trailer} >>
startxref
0
%%EOF
`;
  return Buffer.from(text, 'latin1');
}

/** What a JPEG has to have: a frame of a size, a scan and an end. It shows nothing. */
export function jpegOf(width = 800, height = 600): Buffer {
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const scan = Buffer.from('ffda0008010100003f00d2cf20', 'hex');
  return Buffer.concat([
    Buffer.from('ffd8ffe00004', 'hex'),
    Buffer.from('JF'),
    frame,
    scan,
    Buffer.from('ffd9', 'hex'),
  ]);
}

/** A white PNG; one that says it is very large holds few bytes all the same. */
export function pngOf(width = 400, height = 300): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const row = Math.ceil(width / 8) + 1;
  const pixels = Buffer.alloc(Math.min(row * height, 100_000), 255);
  for (let at = 0; at < pixels.length; at += row) pixels[at] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** An archive with one empty file. */
export function zipOf(name: string): Buffer {
  const local = Buffer.alloc(30);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.write('PK\u0001\u0002', 'latin1');
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length, 16);
  return Buffer.concat([local, Buffer.from(name), central, Buffer.from(name), end]);
}
