import assert from 'node:assert/strict';

import { reportMarkdown } from '../../../../src/jobs/reports/reportMarkdown';
import { type ReportView } from '../../../../src/protocol/views/reportView';

const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const token = `84_${'Ab-_9'.repeat(30)}`;

const report: ReportView = {
  title: 'Check of *Shop* <b>\n# 1',
  origin: ['wx0123456789abcdef', 'today'],
  summary: { state: 'fail', text: 'It does not work' },
  busy: false,
  steps: [
    { title: 'API host', state: 'pass', stateLabel: 'OK', detail: 'answers', buttons: [] },
    { title: 'Token', state: 'fail', stateLabel: 'Failed', detail: `${openid} and ${token}`, buttons: [] },
  ],
  facts: [{ label: 'Time', value: 'noon' }],
  blocks: [{ title: 'Answer', text: '```\n{"openid":"short","x":1}' }],
  buttons: [],
};

describe('reportMarkdown', () => {
  const markdown = reportMarkdown(report);

  it('lists steps, facts and texts', () => {
    assert.match(markdown, /^- ✅ \*\*API host\*\* \(OK\): answers$/m);
    assert.match(markdown, /^- ❌ \*\*Token\*\* \(Failed\)/m);
    assert.match(markdown, /^- Time: noon$/m);
    assert.match(markdown, /^## Answer$/m);
  });

  it('holds no token and no openid', () => {
    for (const hidden of [openid, token, '"short"']) assert.ok(!markdown.includes(hidden), hidden);
    assert.match(markdown, /"x":1/);
  });

  it('takes nothing that people typed for markup', () => {
    assert.equal(markdown.split('\n')[0], '# Check of \\*Shop\\* \\<b\\> \\# 1');
    assert.match(markdown, /^````$/m);
  });
});
