import { createServer, type Server } from 'node:http';
import { errorCode, OperatorFault } from '#lib/server/operator-fault.ts';

/** Listens on this machine alone, under both of its addresses: browsers try either for `localhost`. */
export async function listenOnLoopback(port: number, make: () => Server): Promise<readonly Server[]> {
  const first = await listen(make(), port, '127.0.0.1');
  try {
    return [first, await listen(make(), port, '::1')];
  } catch (error) {
    // A machine without IPv6.
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(errorCode(error) ?? '')) return [first];
    first.close();
    throw error;
  }
}

/** Listens on every address of the machine. */
export async function listenEverywhere(port: number, make: () => Server): Promise<readonly Server[]> {
  return [await listen(make(), port, undefined)];
}

function listen(server: Server, port: number, host: string | undefined): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)));
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

/** Says in time that a port is taken, before anything is started. */
export async function assertPortFree(port: number): Promise<void> {
  for (const server of await listenOnLoopback(port, () => createServer())) {
    await new Promise((resolve) => server.close(resolve));
  }
}

function explain(error: Error, port: number): Error {
  if (errorCode(error) === 'EADDRINUSE') {
    return new OperatorFault(
      `Port ${port} is used by another program. Stop that, or set PORT to a free port.`,
      { cause: error },
    );
  }
  if (errorCode(error) === 'EACCES') {
    return new OperatorFault(`Port ${port} may not be used by this user. Set PORT to a port above 1023.`, {
      cause: error,
    });
  }
  return error;
}
