import assert from 'node:assert/strict';
import { type DisplayLanguage, errorCodes, explainError, transportReasons } from '../../../../src/wechat';

const languages = ['en', 'zh-cn', 'zh-tw'] as const satisfies readonly DisplayLanguage[];

/** Codes and what to do about them, after WeChat's code tables. */
const table = {
  retry: [-1, 45011],
  token: [40001, 40014, 42001],
  config: [40013, 40125, 40243, 41002, 41004, 48001, 48004, 50002, 50004, 50007, 61007, 61016, 61024],
  network: [40164, 45035, 61004, 89501, 89503, 89506, 89507],
  data: [
    40003, 40031, 40032, 40037, 40092, 40201, 40202, 40203, 41009, 45158, 45159, 46004, 49003, 50005, 61500,
    61501, 61503, 63178, 76001, 76002, 76003, 76021, 76022,
  ],
  quota: [45009, 48006],
  bug: [40002, 40097, 41001, 43001, 43002, 43003, 44002, 47001],
} as const;

describe('explainError', () => {
  for (const [kind, codes] of Object.entries(table)) {
    for (const errcode of codes) {
      it(`explains ${errcode} (${kind}) in three languages`, () => {
        for (const language of languages) {
          const explanation = explainError({ errcode, errmsg: '' }, language);
          assert.deepEqual([explanation.code, explanation.kind], [errcode, kind]);
          assertSentences(explanation, language);
        }
      });
    }
  }

  it('knows these codes and no others', () => {
    const codes = Object.values(table).flat();
    assert.deepEqual(
      errorCodes(),
      [...codes].sort((a, b) => a - b),
    );
  });

  for (const reason of transportReasons) {
    it(`explains "${reason}" in three languages`, () => {
      for (const language of languages) {
        const explanation = explainError({ reason, status: 503 }, language);
        assert.equal(explanation.code, reason);
        assertSentences(explanation, language);
      }
    });
  }

  it('says of 48001 in each language that the account can be verified', () => {
    for (const [language, verify] of [
      ['en', /^Verify the account \(微信认证\)/],
      ['zh-cn', /完成微信认证/],
      ['zh-tw', /完成微信認證/],
    ] as const) {
      assert.match(explainError({ errcode: 48001, errmsg: '' }, language).nextStep, verify);
    }
  });

  it('takes 40001 from a token endpoint for a wrong secret, and elsewhere for a stale token', () => {
    const errmsg = 'invalid credential, access_token is invalid or not latest';
    for (const endpoint of ['/cgi-bin/stable_token', '/cgi-bin/token']) {
      const { kind, cause } = explainError({ errcode: 40001, errmsg, endpoint }, 'en');
      assert.equal(kind, 'config');
      assert.match(cause, /AppSecret/);
    }
    for (const endpoint of ['/cgi-bin/user/info', undefined]) {
      assert.equal(explainError({ errcode: 40001, errmsg, endpoint }, 'en').kind, 'token');
    }
  });

  it('names the address that belongs into the whitelist', () => {
    const errmsg =
      'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 62e14637-0aa1bb2c-3dd4ee5f';
    for (const language of languages) {
      const { ip, nextStep, rid, ridTime } = explainError({ errcode: 40164, errmsg }, language);
      assert.equal(ip, '203.0.113.7');
      assert.ok(nextStep.includes('203.0.113.7'));
      assert.equal(rid, '62e14637-0aa1bb2c-3dd4ee5f');
      assert.equal(ridTime, Date.UTC(2022, 6, 27, 14, 5, 43) / 1000);
    }
  });

  it('speaks of the address in general where the message names none', () => {
    for (const language of languages) {
      const { ip, nextStep } = explainError(
        { errcode: 61004, errmsg: 'access clientip is not registered' },
        language,
      );
      assert.equal(ip, undefined);
      assert.doesNotMatch(nextStep, /[{}]/);
    }
  });

  it('shows WeChat’s own text for a code that nobody knows, as it is', () => {
    const errmsg = 'strange {ip} $& <b>thing</b> rid: 62e14637-0aa1bb2c-3dd4ee5f';
    for (const language of languages) {
      const { kind, cause, rid } = explainError({ errcode: 99999, errmsg }, language);
      assert.equal(kind, 'bug');
      assert.ok(cause.includes('99999') && cause.includes(errmsg));
      assert.equal(rid, '62e14637-0aa1bb2c-3dd4ee5f');
    }
  });

  it('tells failures that pass from those that stay', () => {
    const kindOf = (reason: (typeof transportReasons)[number], status?: number) =>
      explainError({ reason, status }, 'en').kind;
    assert.deepEqual(
      transportReasons.filter(reason => kindOf(reason) === 'retry'),
      ['timeout', 'reset', 'unreadable'],
    );
    assert.deepEqual(
      [kindOf('status', 500), kindOf('status', 429), kindOf('status', 404)],
      ['retry', 'retry', 'network'],
    );
  });
});

/** Whole sentences in the language they are meant for, with nothing left to fill in. */
function assertSentences(
  { cause, nextStep }: { cause: string; nextStep: string },
  language: DisplayLanguage,
): void {
  for (const text of [cause, nextStep]) {
    assert.doesNotMatch(text, /\{\w+\}/);
    if (language === 'en') assert.match(text, /^\w.*\.$/s);
    else assert.match(text, /[\u4e00-\u9fff].*。$/s);
    if (language !== 'en')
      assert.doesNotMatch(text, /[\u4e00-\u9fff][,;:?]/, 'half-width punctuation after Chinese');
    if (language === 'zh-tw')
      assert.doesNotMatch(withoutConsoleNames(text), /[这个账户设请误关权单号调过获证开时发间询]/);
  }
}

/** The console's own menu is Simplified Chinese in every language. */
function withoutConsoleNames(text: string): string {
  return text.replace(/我的业务|基础信息|开发密钥|API IP白名单/g, '');
}
