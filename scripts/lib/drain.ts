import type { Server } from 'node:http';

/** Takes no more connections, lets the requests under way end (ten seconds at most), and closes. */
export async function drain(servers: readonly Server[], patienceMs = 10_000): Promise<void> {
  const closed = Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
        }),
    ),
  );
  const impatient = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, patienceMs);
  await closed;
  clearTimeout(impatient);
}
