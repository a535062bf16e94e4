import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import { dist, projectFolder } from './folders';

/** A package of others of which something is in the .vsix. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier, as the package declares it. */
  readonly license: string;
  /** The licence in full, as it came with the package. */
  readonly licenseText: string;
  /** Subresource integrity of the archive on the registry, as package-lock.json pins it. */
  readonly integrity: string;
}

/** Where in a distributed archive a licence may be; some packages have it in their README alone. */
const licenseFile = /^(licen[cs]e|copying|notice)([.-]|$)/i;

const Metafile = v.object({
  outputs: v.record(
    v.string(),
    v.object({ inputs: v.record(v.string(), v.object({ bytesInOutput: v.number() })) }),
  ),
});
const Manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  author: v.optional(v.union([v.string(), v.object({ name: v.string() })])),
});
const LockFile = v.object({
  packages: v.record(v.string(), v.object({ integrity: v.optional(v.string()) })),
});

/**
 * What is copied and not bundled: keytar's binaries, the header library that is compiled into them, the icons.
 * esbuild knows nothing of these.
 */
const copied = ['node_modules/keytar', 'node_modules/node-addon-api', 'node_modules/@vscode/codicons'];

/** Every package that the last production build took a byte from, by name. */
export function bundledPackages(): BundledPackage[] {
  const folders = new Set(copied);
  for (const part of ['host', 'webviews']) {
    const { outputs } = v.parse(Metafile, readJson(path.join(dist, `${part}.meta.json`)));
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
        if (bytesInOutput > 0 && folder !== undefined) folders.add(folder);
      }
  }
  const { packages } = v.parse(LockFile, readJson(path.join(projectFolder, 'package-lock.json')));
  return [...folders]
    .map(folder => describe(folder, packages[folder]?.integrity))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function describe(folder: string, integrity: string | undefined): BundledPackage {
  const absolute = path.join(projectFolder, folder);
  const manifest = v.parse(Manifest, readJson(path.join(absolute, 'package.json')));
  if (integrity === undefined) throw new Error(`package-lock.json does not pin ${folder}.`);
  const { name, version, license, author } = manifest;
  const licenseText = textsIn(absolute) ?? ofReadme(absolute) ?? standardText(license, author);
  if (licenseText === undefined) throw new Error(`${name} ${version} has no licence text.`);
  return { name, version, license, licenseText, integrity };
}

function textsIn(folder: string): string | undefined {
  const texts = readdirSync(folder)
    .filter(name => licenseFile.test(name))
    .sort()
    .map(name => readFileSync(path.join(folder, name), 'utf8').replace(/\r\n?/g, '\n').trim());
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function ofReadme(folder: string): string | undefined {
  const [name] = readdirSync(folder).filter(file => /^readme/i.test(file));
  const readme =
    name === undefined ? '' : readFileSync(path.join(folder, name), 'utf8').replace(/\r\n?/g, '\n');
  return /\n(?:#+ License|License\n-+)\n+(.*?permission notice.*?)(?=\n\[|\n#|$)/is.exec(readme)?.[1]?.trim();
}

/** The licence says that its text has to come along; where a package forgot it, its words are known. */
function standardText(license: string, author: v.InferOutput<typeof Manifest>['author']): string | undefined {
  const holder = typeof author === 'object' ? author.name : author;
  if (license !== 'MIT' || holder === undefined) return undefined;
  const own = readFileSync(path.join(projectFolder, 'LICENSE'), 'utf8');
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`).trim();
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
