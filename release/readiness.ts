/** What decides whether a tag may be released. */
export interface Release {
  /** Such as `v0.2.0`. */
  readonly tag: string;
  /** package.json. */
  readonly manifest: {
    readonly version: string;
    readonly publisher: string;
    readonly repository?: unknown;
    readonly qna?: unknown;
  };
  /** CHANGELOG.md. */
  readonly changelog: string;
}

/** What is still to be done before a tag can be released, a sentence each; CONTRIBUTING.md tells how. */
export function whatIsMissing({ tag, manifest, changelog }: Release): string[] {
  const { version, repository } = manifest;
  const missing: string[] = [];
  if (tag !== `v${version}`) missing.push(`The tag is ${tag}, and package.json says ${version}.`);
  if (repository === undefined)
    missing.push('package.json names no repository, so links of the README lead nowhere.');
  const [, section = ''] =
    new RegExp(
      `^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d\\n([^]*?)(?=^## |$(?![^]))`,
      'm',
    ).exec(changelog) ?? [];
  if (section.trim() === '')
    missing.push(`CHANGELOG.md has no dated section [${version}] that says anything.`);
  const [, unreleased = ''] = /^## \[Unreleased\]\n([^]*?)(?=^## |$(?![^]))/m.exec(changelog) ?? [];
  if (unreleased.trim() !== '') missing.push('CHANGELOG.md still has entries under [Unreleased].');
  return missing;
}
