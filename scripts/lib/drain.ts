import type { Server } from 'node:http';

/** Takes no more connections, lets the requests under way end (ten seconds at most), and closes. */
export async function drain(servers: readonly Server[], patienceMs = 10_000): Promise<void> {
  const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  // A connection is kept for the next request when its answer has ended: it is idle from then on, not before.
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 50);
  const impatient = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, patienceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
}
