import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Server } from 'node:net';

/** A server on this machine that WeChat's API cannot be reached through. */
export interface BadServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Speaks TLS with a certificate that nobody vouches for. */
export async function startSelfSigned(): Promise<BadServer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const cert = selfSignedCertificate(privateKey, publicKey);
  return listening(createHttpsServer({ key, cert }, (_, response) => response.end('{}')));
}

/** Refuses every tunnel with the lines of `answer`. */
export interface Proxy extends BadServer {
  answer: readonly string[];
}

export async function startProxy(): Promise<Proxy> {
  const server = await listening(
    createServer(socket => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(`${proxy.answer.join('\r\n')}\r\n\r\n`));
    }),
  );
  const proxy: Proxy = { ...server, answer: [] };
  return proxy;
}

async function listening(server: Server): Promise<BadServer> {
  const sockets = new Set<{ destroy(): unknown }>();
  server.on('connection', socket => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The least that X.509 demands (RFC 5280, 4.1), since Node makes keys but no certificates. */
function selfSignedCertificate(privateKey: KeyObject, publicKey: KeyObject): string {
  const ecdsaWithSha256 = der(0x30, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const commonName = der(0x30, der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('127.0.0.1')));
  const name = der(0x30, der(0x31, commonName));
  const signed = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', signed, privateKey);
  const certificate = der(0x30, signed, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}
