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

/** The first version knew AppSecrets only, and windows of that time read no other: theirs are still written so. */
const FirstVersion = v.object({ version: v.literal(1), ...common, ...keptSecret });

const SecondVersion = v.object({
  version: v.literal(2),
  ...common,
  credential: v.variant('kind', [
    v.object({
      kind: v.literal('tokenServer'),
      address: v.pipe(v.string(), v.maxLength(2_000), v.check(isAddress)),
      header: v.exactOptional(
        v.object({ name: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)), ...keptSecret }),
      ),
    }),
    v.object({ kind: v.literal('accessToken') }),
    v.object({ kind: v.literal('none') }),
  ]),
});

const AccountFile = v.variant('version', [FirstVersion, SecondVersion]);

export function formatAccount({ appId, name, credential, addedAt }: Account): string {
  if (credential.kind !== 'appSecret') return textOf({ version: 2, appId, name, addedAt, credential });
  const { secretId, secretStore } = credential;
  return textOf({ version: 1, appId, name, secretId, secretStore, addedAt });
}

/** Undefined for a file that is not an account of these versions. */
export function parseAccount(text: string): Account | undefined {
  try {
    const file = v.parse(AccountFile, JSON.parse(text));
    const { appId, name, addedAt } = file;
    return { appId, name, credential: credentialIn(file), addedAt };
  } catch {
    return undefined;
  }
}

function credentialIn(file: v.InferOutput<typeof AccountFile>): Credential {
  if (file.version === 2) return file.credential;
  const { secretId, secretStore } = file;
  return { kind: 'appSecret', secretId, secretStore };
}

/** An address that could not be asked is no reason to lose sight of the account; anything but an address is. */
function isAddress(text: string): boolean {
  return URL.canParse(text);
}

function textOf(file: object): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
