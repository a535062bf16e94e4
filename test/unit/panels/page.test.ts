import assert from 'node:assert/strict';

import { pageHtml } from '../../../src/panels/page';

const page = (title = 'a profile') =>
  pageHtml({
    cspSource: 'https://files.example',
    script: 'https://files.example/dist/webview/profile.js?a=1&b=2',
    icons: 'https://files.example/dist/webview/codicon.css',
    nonce: 'bm9uY2U=',
    title,
  });

describe('page of a webview', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
    .exec(page())?.[1]
    ?.replace(/&#39;/g, "'")
    .split('; ');

  it('allows its one script by nonce, its own styles and fonts, and nothing else', () => {
    assert.deepEqual(policy, [
      "default-src 'none'",
      "script-src 'nonce-bm9uY2U='",
      'style-src https://files.example',
      'font-src https://files.example',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('has no inline style, script or handler', () => {
    assert.equal(page().match(/<script/g)?.length, 1);
    assert.match(page(), /<script type="module" nonce="bm9uY2U=" src="[^"]+"><\/script>/);
    assert.doesNotMatch(page(), /<style|style=|\son\w+=/);
  });

  it('takes a title as text, whatever is in it', () => {
    const html = page('</title><script>alert(1)</script>"&');
    assert.ok(
      html.includes('<title>&#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#34;&#38;</title>'),
    );
  });
});
