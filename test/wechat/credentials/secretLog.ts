import { type ReceivedRequest } from '../http/request';

const SECRET_NAMES = ['access_token', 'secret', 'appsecret'];

/** What arrived in a place for secrets, right or wrong. */
export class SecretLog {
  readonly #received = new Set<string>();

  get secrets(): readonly string[] {
    return [...this.#received];
  }

  note(request: ReceivedRequest): void {
    for (const name of SECRET_NAMES) {
      const inQuery = request.query[name];
      if (inQuery) this.#received.add(inQuery);
    }
    // Lists of openids are long and hold no secret: read only what may.
    if (!SECRET_NAMES.some(name => request.body.includes(name))) return;
    for (const name of SECRET_NAMES) {
      const inBody = request.textField(name);
      if (inBody) this.#received.add(inBody);
    }
  }
}
