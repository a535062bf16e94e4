import assert from 'node:assert/strict';

import { issueReport } from '../../../../src/jobs/reports/issueReport';

describe('issueReport', () => {
  const text = issueReport({
    advice: 'Read this',
    headings: { what: 'What', versions: 'Versions', log: 'Log' },
    versions: [['Lens', '1.2.3']],
    lines: [
      ...Array.from({ length: 100 }, (_, index) => `line ${index}.`),
      `secret=${'a'.repeat(32)} at /home/somebody/x.js with o6_bmjrPTlm6_2sgVt7hMZOPfL2M \`\`\``,
    ],
    home: '/home/somebody',
  });

  it('has versions and the last lines', () => {
    assert.match(text, /^- Lens: 1\.2\.3$/m);
    assert.match(text, /^line 99\.$/m);
    assert.doesNotMatch(text, /^line 40\.$/m);
  });

  it('tells no secret, no openid and no user name', () => {
    assert.doesNotMatch(text, /aaaa|somebody|o6_bmj/);
  });

  it('stays one code block whatever the log holds', () => {
    assert.equal(text.match(/```/g)?.length, 2);
  });
});
