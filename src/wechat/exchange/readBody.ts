/** More than any of WeChat's answers has. */
const maxAnswerBytes = 16 * 1024 * 1024;

/** An answer of more bytes than were expected at the most. */
export class BodyTooLarge extends Error {}

/**
 * Reads a body to its end. By its events: node-fetch's own `text()` iterates over it, which costs a short answer
 * more than all that is done with it here.
 * @throws BodyTooLarge, or the error of the stream when it is cut or aborted
 */
export function readBody(body: NodeJS.ReadableStream | null, maxBytes = maxAnswerBytes): Promise<Buffer> {
  if (body === null) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    body.on('data', (piece: Buffer) => {
      size += piece.length;
      pieces.push(piece);
      if (size > maxBytes) reject(new BodyTooLarge());
    });
    body.on('end', () => resolve(Buffer.concat(pieces)));
    body.on('error', reject);
  });
}
