import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import { projectFolder } from './folders';
import { whatIsMissing } from './readiness';

const Manifest = v.object({
  version: v.string(),
  publisher: v.string(),
  repository: v.optional(v.unknown()),
});

/** `check.ts TAG`: whether what is here may be released under that tag. */
function main(tag: string | undefined): void {
  const text = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8');
  const manifest = v.parse(Manifest, JSON.parse(text('package.json')));
  const missing = whatIsMissing({
    tag: tag ?? `v${manifest.version}`,
    manifest,
    changelog: text('CHANGELOG.md'),
  });
  console.log(missing.length === 0 ? `${manifest.version} can be released.` : missing.join('\n'));
  process.exitCode = missing.length === 0 ? 0 : 1;
}

main(process.argv[2]);
