import * as v from 'valibot';

import { type Account, accountName, appIdPattern } from './account';
import { type Credential } from './credential';

const common = {
  appId: v.pipe(v.string(), v.regex(appIdPattern)),
  name: v.pipe(v.string(), v.maxLength(200), v.transform(accountName)),
  addedAt: v.number(),
};

const keptSecret = {
  secretId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  secretStore: v.picklist(['keychain', 'vscode']),
};

const keptHeader = { name: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)), ...keptSecret };

/** An address that could not be asked is no reason to lose sight of the account; anything but an address is. */
const address = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.check(text => URL.canParse(text)),
);

/** The first version knew AppSecrets only, and windows of that time read no other: theirs are still written so. */
const FirstVersion = v.object({ version: v.literal(1), ...common, ...keptSecret });

const SecondVersion = v.object({
  version: v.literal(2),
  ...common,
  credential: v.variant('kind', [
    v.object({ kind: v.literal('appSecret'), ...keptSecret }),
    v.object({
      kind: v.literal('tokenServer'),
      address,
      query: v.exactOptional(v.object(keptSecret)),
      header: v.exactOptional(v.object(keptHeader)),
    }),
    v.object({ kind: v.literal('accessToken') }),
    v.object({ kind: v.literal('none') }),
  ]),
  relay: v.exactOptional(v.object({ origin: address, ...keptHeader })),
});

const AccountFile = v.variant('version', [FirstVersion, SecondVersion]);

export function formatAccount({ appId, name, credential, relay, addedAt }: Account): string {
  if (credential.kind !== 'appSecret' || relay)
    return textOf({ version: 2, appId, name, addedAt, credential, ...(relay && { relay }) });
  const { secretId, secretStore } = credential;
  return textOf({ version: 1, appId, name, secretId, secretStore, addedAt });
}

/** Undefined for a file that is not an account of these versions. */
export function parseAccount(text: string): Account | undefined {
  try {
    const file = v.parse(AccountFile, JSON.parse(text));
    const { appId, name, addedAt } = file;
    const relay = file.version === 2 ? file.relay : undefined;
    return { appId, name, credential: credentialIn(file), ...(relay && { relay }), addedAt };
  } catch {
    return undefined;
  }
}

function credentialIn(file: v.InferOutput<typeof AccountFile>): Credential {
  if (file.version === 2) return file.credential;
  const { secretId, secretStore } = file;
  return { kind: 'appSecret', secretId, secretStore };
}

function textOf(file: object): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
