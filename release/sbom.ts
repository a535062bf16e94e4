import { createHash } from 'node:crypto';

import * as CycloneDX from '@cyclonedx/cyclonedx-library';

import type { BundledPackage } from './bundledPackages';

const { Component, HashDictionary, LicenseRepository, SpdxLicense } = CycloneDX.Models;
const { ComponentType, HashAlgorithm } = CycloneDX.Enums;

/** What a bill of materials is about. */
export interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly vsix: Uint8Array;
  /** Seconds since 1970. */
  readonly madeAt: number;
}

/** A CycloneDX 1.6 bill of materials for a .vsix: what of others is in it. The same package gives the same bill. */
export function billOfMaterials(product: Product, packages: readonly BundledPackage[]): string {
  const { name, version, license, vsix, madeAt } = product;
  const sha256 = createHash('sha256').update(vsix).digest('hex');
  const root = new Component(ComponentType.Application, name, {
    version,
    bomRef: `${name}@${version}`,
    licenses: new LicenseRepository([new SpdxLicense(license)]),
    hashes: new HashDictionary([[HashAlgorithm['SHA-256'], sha256]]),
  });
  const bom = new CycloneDX.Models.Bom({
    serialNumber: `urn:uuid:${uuidOf(sha256)}`,
    version: 1,
    metadata: new CycloneDX.Models.Metadata({ timestamp: new Date(madeAt * 1000), component: root }),
  });
  for (const each of packages) {
    const component = componentFor(each);
    root.dependencies.add(component.bomRef);
    bom.components.add(component);
  }
  const factory = new CycloneDX.Serialize.JSON.Normalize.Factory(CycloneDX.Spec.Spec1dot6);
  return `${new CycloneDX.Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentFor({ name, version, license, integrity }: BundledPackage): CycloneDX.Models.Component {
  const [, group, plain = name] = /^(@[^/]+)\/(.*)$/.exec(name) ?? [];
  // https://github.com/package-url/purl-spec: the @ of a scope is escaped.
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [algorithm, base64 = ''] = integrity.split('-');
  if (algorithm !== 'sha512') throw new Error(`${name} is pinned by ${integrity}, not by SHA-512.`);
  return new Component(ComponentType.Library, plain, {
    ...(group === undefined ? {} : { group }),
    version,
    purl,
    bomRef: purl,
    scope: CycloneDX.Enums.ComponentScope.Required,
    licenses: new LicenseRepository([new SpdxLicense(license)]),
    hashes: new HashDictionary([[HashAlgorithm['SHA-512'], Buffer.from(base64, 'base64').toString('hex')]]),
  });
}

/** RFC 9562 version 8: bits of our own, here of the package's hash. */
function uuidOf(sha256: string): string {
  const variant = '89ab'[Number.parseInt(sha256.charAt(16), 16) % 4] ?? '8';
  return [
    ...[sha256.slice(0, 8), sha256.slice(8, 12), `8${sha256.slice(13, 16)}`],
    ...[`${variant}${sha256.slice(17, 20)}`, sha256.slice(20, 32)],
  ].join('-');
}
