import * as v from 'valibot';
import { type ConfigurationScope, workspace } from 'vscode';

import { settings as defaults, type SettingName, settingsSection } from '../manifest';

const mostDays = 3650;

/**
 * What is older than this is deleted, and does not come back: a value that is mistyped keeps as long as any can, one out
 * of bounds as long as bounds let it.
 */
const retention = v.pipe(
  v.unknown(),
  v.transform(value => {
    const days = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof days === 'number' && days >= 0 ? Math.min(Math.ceil(days), mostDays) : mostDays;
  }),
);

/** VS Code checks settings as they are typed, not as they are read: whatever is out of bounds falls to the default. */
const schemas = {
  apiBaseUrl: v.pipe(v.string(), v.trim(), v.url()),
  credentialStore: v.picklist(['auto', 'keychain', 'vscode']),
  lang: v.picklist(['zh_CN', 'zh_TW', 'en']),
  concurrency: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)),
  requestTimeout: v.pipe(v.number(), v.minValue(1), v.maxValue(120)),
  confirmAbove: v.pipe(v.number(), v.minValue(0)),
  confirmChanges: v.boolean(),
  'history.retentionDays': retention,
  'exportedApi.enabled': v.boolean(),
  'languageModelTools.enabled': v.boolean(),
  'hover.enabled': v.boolean(),
} as const satisfies Record<SettingName, v.GenericSchema>;

type SettingValue<Name extends SettingName> = v.InferOutput<(typeof schemas)[Name]>;

export function setting<Name extends SettingName>(
  name: Name,
  scope?: ConfigurationScope,
): SettingValue<Name> {
  const value: unknown = workspace.getConfiguration(settingsSection, scope).get(name);
  const schema: v.GenericSchema<unknown, unknown> = schemas[name];
  const parsed = v.safeParse(schema, value);
  return (parsed.success ? parsed.output : defaults[name]) as SettingValue<Name>;
}
