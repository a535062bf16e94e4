import assert from 'node:assert/strict';

import * as CycloneDX from '@cyclonedx/cyclonedx-library';

import { billOfMaterials } from '../../../release/sbom';

const packages = [
  {
    name: '@github/keytar',
    version: '7.10.6',
    license: 'MIT',
    licenseText: 'MIT License',
    integrity: `sha512-${Buffer.alloc(64, 7).toString('base64')}`,
  },
  {
    name: 'lit-html',
    version: '3.3.3',
    license: 'BSD-3-Clause',
    licenseText: 'BSD',
    integrity: `sha512-${Buffer.alloc(64, 9).toString('base64')}`,
  },
];
const product = {
  name: 'wechat-openid-lens',
  version: '0.2.0',
  license: 'MIT',
  vsix: Uint8Array.of(1, 2, 3),
  madeAt: 1_768_480_208,
};

interface Bill {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp: string };
  readonly components: readonly {
    readonly purl: string;
    readonly hashes: readonly { readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

describe('billOfMaterials', () => {
  const text = billOfMaterials(product, packages);
  const bill = JSON.parse(text) as Bill;

  it('is what the schema of CycloneDX 1.6 says', async () => {
    const validator = new CycloneDX.Validation.JsonStrictValidator(CycloneDX.Spec.Version.v1dot6);
    assert.equal(await validator.validate(text), null);
    assert.notEqual(await validator.validate(text.replace('"library"', '"bookshelf"')), null);
  });

  it('names each package as the registry does, with the hash of its archive', () => {
    assert.deepEqual(
      bill.components.map(({ purl, hashes }) => [purl, hashes[0]?.content]),
      [
        ['pkg:npm/%40github/keytar@7.10.6', '07'.repeat(64)],
        ['pkg:npm/lit-html@3.3.3', '09'.repeat(64)],
      ],
    );
    assert.deepEqual(bill.dependencies.find(({ ref }) => ref === 'wechat-openid-lens@0.2.0')?.dependsOn, [
      'pkg:npm/%40github/keytar@7.10.6',
      'pkg:npm/lit-html@3.3.3',
    ]);
  });

  it('is the same for the same package, and another for another', () => {
    assert.equal(billOfMaterials(product, packages), text);
    assert.equal(bill.metadata.timestamp, '2026-01-15T12:30:08.000Z');
    const other = JSON.parse(billOfMaterials({ ...product, vsix: Uint8Array.of(1, 2, 4) }, packages)) as Bill;
    assert.notEqual(other.serialNumber, bill.serialNumber);
    for (const { serialNumber } of [bill, other])
      assert.match(
        serialNumber,
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });

  it('takes no package that is pinned by a weaker hash', () => {
    const [keytar] = packages;
    assert.ok(keytar);
    assert.throws(() => billOfMaterials(product, [{ ...keytar, integrity: 'sha1-abcd' }]), /not by SHA-512/);
  });
});
