import { type ServerResponse } from 'node:http';
import { type Damage, type Replacement } from './faults';

const WITH_CHARSET = 'text/plain; charset=utf-8';
const WITHOUT_CHARSET = 'text/plain';
const PIECE = Buffer.alloc(64 * 1024, 'a');
const HUGE = 20 * 1024 * 1024;

/** Sends an answer of WeChat's: HTTP status 200 whatever it says, JSON called text/plain. */
export async function deliver(
  response: ServerResponse,
  body: string,
  damages: readonly Damage[],
): Promise<void> {
  const bytes = Buffer.from(body, 'utf8');
  const contentType = damages.some(damage => damage.kind === 'noCharset') ? WITHOUT_CHARSET : WITH_CHARSET;
  response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length });
  for (const damage of damages) {
    if (damage.kind === 'cut') {
      cut(response, bytes);
      return;
    }
    if (damage.kind === 'slow') return trickle(response, bytes, damage.bytes, damage.everyMs);
  }
  response.end(bytes);
}

/** Sends what no API of WeChat's answered. */
export async function deliverReplacement(
  response: ServerResponse,
  replacement: Exclude<Replacement, { kind: 'errcode' }>,
): Promise<void> {
  switch (replacement.kind) {
    case 'status':
      if (replacement.retryAfter !== undefined) response.setHeader('retry-after', replacement.retryAfter);
      page(response, replacement.status, replacement.body ?? htmlPage(`${replacement.status}`));
      return;
    case 'html':
      page(response, 200, htmlPage('Sign in to the guest network'));
      return;
    case 'redirect':
      response.writeHead(replacement.status ?? 302, { location: replacement.to, 'content-length': 0 }).end();
      return;
    case 'huge':
      return flood(response, replacement.bytes ?? HUGE, replacement.contentLength ?? 'absent');
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'never':
      return;
  }
}

/** Resolves after `ms`, or as soon as the client is gone; never keeps the process alive. */
export function pause(response: ServerResponse, ms: number): Promise<void> {
  if (response.closed) return Promise.resolve();
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    response.once('close', done);
  });
}

function page(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(html) })
    .end(html);
}

function htmlPage(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}

function cut(response: ServerResponse, bytes: Buffer): void {
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

async function trickle(
  response: ServerResponse,
  bytes: Buffer,
  size: number,
  everyMs: number,
): Promise<void> {
  for (let at = 0; at < bytes.length && !response.closed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await pause(response, everyMs);
  }
  response.end();
}

/** A JSON text that goes on and on. A lying content-length announces 2 bytes. */
async function flood(
  response: ServerResponse,
  total: number,
  length: 'absent' | 'honest' | 'lying',
): Promise<void> {
  const announced = { absent: {}, honest: { 'content-length': total }, lying: { 'content-length': 2 } };
  response.writeHead(200, { 'content-type': WITH_CHARSET, ...announced[length] });
  const [opening, closing] = [Buffer.from('{"remark":"'), Buffer.from('"}')];
  response.write(opening);
  let left = total - opening.length - closing.length;
  while (left > 0 && !response.closed) {
    const piece = PIECE.subarray(0, left);
    left -= piece.length;
    if (!response.write(piece)) await drained(response);
  }
  response.end(closing);
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.once('drain', done).once('close', done);
  });
}
