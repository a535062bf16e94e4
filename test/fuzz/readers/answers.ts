import assert from 'node:assert/strict';

import { decodeProfile, explainError, findAnswers, parseAnswer, TransportError } from '../../../src/wechat';
import { errorIn } from '../../../src/wechat/saved/words/errorIn';
import { ada, adas, both, bos, escaped, refusal } from '../../unit/wechat/saved/samples';
import { type Target } from '../target';
import { anyText, type Vocabulary } from '../texts';

const python = "{'subscribe': 1, 'openid': '" + ada + "', 'tagid_list': [128, 2], 'remark': None}";

const vocabulary: Vocabulary = {
  samples: [
    ...[
      adas,
      bos,
      both,
      refusal,
      python,
      `10:00 INFO ${adas} (12 ms)\n${bos}\n`,
      `{"body":"${escaped(both)}"}`,
    ],
    ...[
      JSON.stringify(JSON.parse(both), null, 2),
      'errcode=48001, errmsg=api unauthorized rid: 62e14637-0aa1bb2c-3dd4ee5f',
    ],
    ...[
      '{"access_token":"ACCESS","expires_in":7200}',
      '{"total":2,"count":2,"data":{"openid":["a","b"]},"next_openid":"b"}',
    ],
    ...[`{"errcode":0,"result_list":[{"ori_openid":"${ada}","err_msg":"ori_openid error"}]}`],
    ...['<html><body><h1>502 Bad Gateway</h1></body></html>', `{openid=${ada}, subscribe=1, remark=}`],
  ],
  pieces: [
    ...[
      '"subscribe":1',
      '"openid":"',
      ada,
      '"user_info_list":[',
      '"errcode":40003',
      '"errmsg":"',
      'errcode: 45009',
      'rid: ',
    ],
    ...[
      '{"openid":',
      '"tagid_list":[1,2]',
      '"subscribe_time":1e400',
      '12345678901234567890',
      'None',
      'True',
      '=>',
      'array(',
    ],
    ...[
      '"data":{"openid":[',
      '40001',
      'WxErrorException',
      'invalid credential',
      '\\u0000',
      '\\ud83d',
      '}]}',
      '{a=',
      '(a=',
    ],
  ],
};

/** The reader of saved answers and errors, and what is made of what it finds. */
export const answers: Target = random => {
  const text = anyText(random, vocabulary);
  return {
    size: text.length,
    shown: () => JSON.stringify(text),
    async run() {
      const found = await findAnswers(text);
      const openids = found.profiles.map(({ openid }) => openid);
      assert.equal(new Set(openids).size, openids.length, 'a profile stands twice');
      assert.ok(
        found.profiles.length +
          found.errors.length +
          found.others.length +
          found.openids.length +
          found.failures.length >
          0,
      );
      for (const raw of found.profiles.slice(0, 20)) {
        const profile = decodeProfile(raw, { language: 'zh-cn' });
        assert.ok(!Number.isNaN(new Date((profile.subscribeTime ?? 0) * 1000).getTime()), 'a time is none');
        JSON.stringify(profile);
      }
      for (const fault of found.errors.slice(0, 20)) assert.ok(explainError(fault, 'en').cause.length > 0);
      errorIn(text);
      parsed(text);
    },
  };
};

/** As of an answer that comes over the network: a value, or one kind of error. */
function parsed(text: string): void {
  try {
    JSON.stringify(parseAnswer(text));
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
  }
}
