import { type IssuedToken } from './accessToken';

/** A token travels in queries: what else is in a text, an HTML page for one, is none. */
const tokenShape = /^[\w.~+/=:|-]{16,2048}$/;
const tokenNames = ['access_token', 'accessToken', 'accesstoken', 'token'];
const lifeNames = ['expires_in', 'expiresIn', 'expires', 'expire'];
const deepest = 4;
/** More seconds than these are a time of day, or a mistake: then WeChat says when the token has ended. */
const longestLife = 30 * 86_400;

/**
 * The access token in the answer of a token server: WeChat's own `{ access_token, expires_in }`, the same within
 * other objects, or the bare token, quoted or not. Undefined where there is none.
 */
export function tokenIn(text: string): IssuedToken | undefined {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const json = jsonOf(trimmed);
  if (json === undefined || typeof json === 'number') return bare(trimmed);
  return typeof json === 'string' ? bare(json.trim()) : nested(json);
}

/** Without a word about its life a token is used until WeChat refuses it. */
function bare(text: string): IssuedToken | undefined {
  return tokenShape.test(text) ? { value: text, lifeSeconds: Infinity } : undefined;
}

/** Level by level: what stands further out is meant first. */
function nested(json: unknown): IssuedToken | undefined {
  let level: readonly unknown[] = [json];
  for (let depth = 0; depth < deepest; depth++) {
    const objects = level.filter(isObject);
    for (const object of objects) {
      const token = tokenOf(object);
      if (token) return token;
    }
    level = objects.flatMap(object => Object.values(object));
  }
  return undefined;
}

function tokenOf(object: Readonly<Record<string, unknown>>): IssuedToken | undefined {
  for (const name of tokenNames) {
    const value = object[name];
    if (typeof value === 'string' && tokenShape.test(value.trim())) {
      return { value: value.trim(), lifeSeconds: lifeIn(object) };
    }
  }
  return undefined;
}

function lifeIn(object: Readonly<Record<string, unknown>>): number {
  for (const name of lifeNames) {
    const value = object[name];
    const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof seconds === 'number' && seconds <= longestLife) return seconds;
  }
  return Infinity;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
