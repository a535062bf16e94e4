import assert from 'node:assert/strict';
import {
  codeAndCause,
  type DisplayLanguage,
  errorCodes,
  errorKind,
  type ErrorKind,
  errorPlaces,
  explainError,
  transportReasons,
} from '../../../../src/wechat';

const languages = ['en', 'zh-cn', 'zh-tw'] as const satisfies readonly DisplayLanguage[];

/** Codes and what to do about them, after WeChat's code tables and what people meet around an openid. */
const table = {
  retry: [-1, 45011],
  token: [40001, 40014, 42001],
  config: [
    40013, 40125, 40243, 41002, 41004, 48001, 48004, 50001, 50002, 50004, 50007, 41018, 61003, 61007, 61014,
    61016, 61023, 61024, 43107, 48008, 61005, 61006, 61011,
  ],
  network: [40164, 45035, 61004, 89501, 89503, 89506, 89507],
  data: [
    40003, 40031, 40032, 40037, 40092, 40201, 40202, 40203, 41009, 46004, 49003, 50005, 61500, 61501, 61503,
    63178, 63182, 63183, 76001, 76002, 76003, 76021, 76022, 40130, 43019, 45056, 45057, 45058, 45059, 45157,
    45158, 45159, 40029, 40030, 40163, 41008, 42002, 42003, 42007, 40008, 43004, 43101, 45002, 45015, 45047,
    45065, 48003, 40004, 40005, 40006, 40007, 40033, 40035, 40036, 40039, 40048, 40050, 40051, 40054, 40055,
    40117, 40155, 40226, 41003, 41005, 41006, 41030, 44001, 44003, 44004, 45001, 45003, 45008, 45066, 46003,
    47003, 48002, 48005, 61009, 61010, 65303, 87014,
  ],
  quota: [45009, 48006, 45028],
  bug: [40002, 40066, 40097, 41001, 43001, 43002, 43003, 44002, 47001],
} as const;

/** Codes that mean something else where certain APIs answer them, and what their explanation then speaks of. */
const elsewhere: readonly (readonly [errcode: number, path: string, kind: ErrorKind, says: RegExp])[] = [
  [40001, '/cgi-bin/stable_token', 'config', /AppSecret is wrong/],
  [40001, '/cgi-bin/token', 'config', /AppSecret is wrong/],
  [40001, '/sns/userinfo', 'token', /web authorization.*refresh_token/s],
  [40014, '/sns/auth', 'token', /web authorization/],
  [42001, '/sns/userinfo', 'token', /web authorization/],
  [48001, '/sns/userinfo', 'config', /The scope of this web.*snsapi_userinfo/s],
  [40032, '/cgi-bin/user/info/batchget', 'data', /\b100\b/],
  [40032, '/cgi-bin/tags/members/batchtagging', 'data', /\b50\b/],
  [40032, '/cgi-bin/tags/members/batchuntagging', 'data', /\b50\b/],
  [40032, '/cgi-bin/tags/members/batchblacklist', 'data', /\b20\b/],
  [40032, '/cgi-bin/tags/members/batchunblacklist', 'data', /\b20\b/],
  [61004, '/cgi-bin/token', 'network', /No token was given.*whitelist/s],
];

/** What a code is about, in words that the explanation must hold. */
const subjects: readonly (readonly [errcode: number, says: RegExp])[] = [
  [45158, /name.*too long.*30 bytes/s],
  [45058, /0, 1 and 2/],
  [45056, /\b100 tags/],
  [45057, /100,000/],
  [45059, /\b20 tags/],
  [45157, /another name/i],
  [45159, /no such tag.*same time/s],
  [40163, /used before/],
  [42007, /password/],
  [43019, /blacklist/],
  [45015, /48 hours/],
  [61014, /ticket/],
  [63182, /empty/],
  [47003, /value of the template.*20 characters/s],
  [40007, /media_id.*three days/s],
  [61005, /ticket has expired/],
  [61010, /authorization code.*once only/s],
  [45028, /mass messages/],
  [48002, /switched off/],
  [40051, /group/],
  [40226, /Mini Program/],
];

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

  for (const [errcode, endpoint, kind, says] of elsewhere) {
    it(`explains ${errcode} of ${endpoint} by that API`, () => {
      const fault = { errcode, errmsg: '', endpoint };
      assert.equal(errorKind(fault), kind);
      for (const language of languages) assertSentences(explainError(fault, language), language);
      const { cause, nextStep } = explainError(fault, 'en');
      assert.match(`${cause} ${nextStep}`, says);
      assert.doesNotMatch(cause, /If it came from/);
    });

    it(`tells what ${errcode} means at ${endpoint} where no API is known, and not where another is`, () => {
      for (const language of languages) {
        const there = explainError({ errcode, errmsg: '', endpoint }, language);
        const unknown = explainError({ errcode, errmsg: '' }, language);
        const other = explainError({ errcode, errmsg: '', endpoint: '/cgi-bin/other' }, language);
        assert.ok(unknown.cause.startsWith(other.cause));
        assert.ok(unknown.cause.includes(there.cause) && unknown.cause.includes(there.nextStep));
        assert.ok(!other.cause.includes(there.cause));
        assert.equal(unknown.nextStep, other.nextStep);
      }
    });
  }

  it('names a place for each meaning that a code has elsewhere', () => {
    const withPlaces = errorCodes().filter(errcode => errorPlaces(errcode).length > 0);
    assert.deepEqual(
      withPlaces,
      [...new Set(elsewhere.map(([errcode]) => errcode))].sort((a, b) => a - b),
    );
    assert.deepEqual(errorPlaces(40001), ['/cgi-bin/stable_token', '/sns/']);
    assert.deepEqual(errorPlaces(99999), []);
    assert.match(
      explainError({ errcode: 40001, errmsg: '' }, 'en').cause,
      /stable_token, \/cgi-bin\/token: .*\/sns\/…: /,
    );
  });

  for (const [errcode, says] of subjects) {
    it(`says of ${errcode} ${says.source}`, () => {
      const { cause, nextStep } = explainError({ errcode, errmsg: '' }, 'en');
      assert.match(`${cause} ${nextStep}`, says);
    });
  }

  it('says of 48001 what WeChat refuses before it guesses why, and that the account can be verified', () => {
    for (const [language, verify] of [
      ['en', /^Verify the account \(微信认证\)/],
      ['zh-cn', /完成微信认证/],
      ['zh-tw', /完成微信認證/],
    ] as const) {
      const { cause, nextStep } = explainError({ errcode: 48001, errmsg: '' }, language);
      assert.match(cause, /^(?:WeChat does not let this account|微信不允许该账号|微信不允許該帳號)/);
      assert.match(nextStep, verify);
    }
  });

  it('never advises what this extension does by itself: a new token, once', () => {
    for (const errcode of errorCodes()) {
      const { cause, nextStep } = explainError({ errcode, errmsg: '' }, 'en');
      assert.doesNotMatch(`${cause} ${nextStep}`, /new (?:access )?token once/);
    }
  });

  it('sends nobody to a diagnosis with a rid that is not there', () => {
    for (const language of languages) {
      const nextStep = (errmsg: string) => explainError({ errcode: 99999, errmsg }, language).nextStep;
      assert.doesNotMatch(nextStep('strange'), /rid/);
      assert.match(nextStep('strange rid: 62e14637-0aa1bb2c-3dd4ee5f'), /rid/);
    }
    assert.equal(
      explainError({ errcode: 99999, errmsg: '' }, 'en').cause,
      'A code that is not explained here.',
    );
  });

  it('names the address that belongs into the whitelist', () => {
    const errmsg =
      'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 62e14637-0aa1bb2c-3dd4ee5f';
    for (const language of languages) {
      const { ip, nextStep, rid, ridTime } = explainError({ errcode: 40164, errmsg }, language);
      assert.equal(ip, '203.0.113.7');
      assert.match(nextStep, language === 'en' ? /Add 203\.0\.113\.7 to/ : /[将將] 203\.0\.113\.7 加入/);
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
      assert.match(nextStep, /^(?:Add the caller's IP address to|将调用方的 IP 加入|將呼叫方的 IP 加入)/);
    }
  });

  it('names the code once in a line, and none where no WeChat answered', () => {
    for (const language of languages) {
      for (const errcode of [48001, 99999, 40003]) {
        const line = codeAndCause(explainError({ errcode, errmsg: 'strange' }, language));
        assert.equal(line.split(String(errcode)).length, 2, line);
      }
      const silent = explainError({ endpoint: 'user/info', reason: 'timeout' }, language);
      assert.equal(codeAndCause(silent), silent.cause);
    }
  });

  it('shows WeChat’s own text for a code that nobody knows, as it is', () => {
    const errmsg = 'strange {ip} $& <b>thing</b> rid: 62e14637-0aa1bb2c-3dd4ee5f';
    for (const language of languages) {
      const { kind, cause, rid } = explainError({ errcode: 99999, errmsg }, language);
      assert.equal(kind, 'bug');
      assert.ok(cause.includes(errmsg));
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
    assert.doesNotMatch(text, /[\u4e00-\u9fff。，；：] [\u4e00-\u9fff]/, 'a gap between Chinese words');
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
