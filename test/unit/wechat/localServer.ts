import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net';

export interface LocalServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Connections accepted since the start. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** A web server that answers as a test wants. */
export async function serveHttp(listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener);
  return listen(server, () => server.closeAllConnections());
}

/** A server that need not even speak HTTP. */
export async function serveTcp(onConnection: (socket: Socket) => void): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  const server = createTcpServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  return listen(server, () => sockets.forEach(socket => socket.destroy()));
}

async function listen(server: Server | TcpServer, hangUp: () => void): Promise<LocalServer> {
  let connections = 0;
  server.on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    connections: () => connections,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      hangUp();
      await closed;
    },
  };
}
