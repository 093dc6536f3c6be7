import { createServer } from 'node:net';

/** Whether nothing listens on the port of this machine's loopback address. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * The remembered port if it is still free, else the first free one from `from` upwards; `taken` are ports that
 * another part of the same start has chosen but does not listen on yet.
 */
export async function chooseFreePort(
  remembered: number | undefined,
  from: number,
  taken: ReadonlySet<number> = new Set(),
): Promise<number> {
  if (remembered !== undefined && !taken.has(remembered) && (await isPortFree(remembered))) return remembered;
  for (let port = from; port < from + 500 && port < 65_536; port += 1) {
    if (!taken.has(port) && (await isPortFree(port))) return port;
  }
  throw new Error(`No free port between ${from} and ${from + 499}.`);
}
