import type { BundledPackage } from './bundledPackages';

/** Licences under which others' code may come along in a package under the MIT licence. */
const accepted = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0', 'ISC', 'MIT'];

/** The text of THIRD-PARTY.txt: what of others is in the .vsix, and under which licences. */
export function thirdPartyNotices(packages: readonly BundledPackage[]): string {
  const refused = packages.filter(({ license }) => !accepted.includes(license));
  if (refused.length > 0)
    throw new Error(
      `Nobody has accepted these licences: ${refused.map(({ name, license }) => `${name} (${license})`).join(', ')}`,
    );
  const sections = packages.map(
    ({ name, version, license, licenseText }) => `${name} ${version} (${license})\n\n${licenseText}\n`,
  );
  const introduction = `This extension contains code, fonts or binaries of ${packages.length} packages of others.\n`;
  return [introduction, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}
