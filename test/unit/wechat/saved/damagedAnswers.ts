import { ada, adas, answerFor, bo, bos, both, escaped, type Sample } from './samples';

/** Answers with the damage that is seen in the wild, and halves of them. */
export const damagedAnswers: readonly Sample[] = [
  {
    name: 'control characters in a remark',
    text: answerFor(ada, { remark: 'x' }).replace('"x"', '"a\u0007\n\u0000b"'),
    profiles: [ada],
  },
  {
    name: 'a trailing comma, as in WeChat’s own sample',
    text: `{"user_info_list":[${adas},${bos},\n],}`,
    profiles: [ada, bo],
  },
  { name: 'a missing comma after unionid', text: adas.replace('F4",', 'F4"\n'), profiles: [ada] },
  { name: 'a byte order mark', text: `\uFEFF${adas}`, profiles: [ada] },
  { name: 'a stray backslash', text: adas.replace('"remark":""', '"remark":"C:\\data"'), profiles: [ada] },
  {
    name: 'a backslash at the end of a value',
    text: adas.replace('"remark":""', '"remark":"x\\"'),
    profiles: [ada],
  },
  {
    name: 'a backslash at the end of the last value',
    text: `{"subscribe":1,"openid":"${ada}","remark":"x\\"}`,
    profiles: [ada],
  },
  { name: 'escaped slashes', text: adas.replace('"remark":""', '"remark":"http:\\/\\/x"'), profiles: [ada] },
  { name: 'a long integer', text: adas.replace('98765', '98765432109876543210'), profiles: [ada] },
  { name: 'half an answer', text: adas.slice(0, 120), others: ['cut'] },
  { name: 'an answer without its beginning', text: adas.slice(30), others: ['cut'] },
  { name: 'keys without any bracket', text: `"subscribe":1,"openid":"${ada}",`, others: ['cut'] },
  { name: 'half an escaped answer', text: escaped(adas).slice(0, 120), others: ['cut'] },
  {
    name: 'half a batch: the rows that are whole',
    text: both.slice(0, -40),
    profiles: [ada],
    others: ['cut'],
  },
  {
    name: 'a whole answer and half of one',
    text: `${adas}\n${bos.slice(0, 60)}`,
    profiles: [ada],
    others: ['cut'],
  },
  {
    name: 'a batch with a row that nobody can mend',
    text: `{"user_info_list":[${adas},{"subscribe":1,"openid":oops},${bos}]}`,
    profiles: [ada, bo],
    others: ['damaged'],
  },
  {
    name: 'an answer that nobody can mend',
    text: `{"subscribe":1,"openid":"${ada}" oops}`,
    others: ['damaged'],
  },
  {
    name: 'rows without an openid',
    text: `{"user_info_list":[${adas},{"subscribe":1},{"openid":""},7]}`,
    profiles: [ada],
    others: ['rowWithoutOpenid'],
  },
];

/** What people take for an answer. */
export const otherTexts: readonly Sample[] = [
  { name: 'nothing', text: '', others: ['blank'] },
  { name: 'white space', text: ' \r\n\t', others: ['blank'] },
  { name: 'prose', text: 'Where is my answer?', others: ['text'] },
  { name: 'a list of openids', text: `["${ada}","${bo}"]`, others: ['text'] },
  {
    name: 'an HTML error page',
    text: '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>',
    others: ['html'],
  },
  { name: 'an HTML page with JSON in it', text: '<html><script>x={"a":1}</script></html>', others: ['html'] },
  {
    name: 'an HTML page with an errcode 0 in it',
    text: '<html><script>x={"errcode":0,"errmsg":"ok"}</script></html>',
    others: ['html'],
  },
  { name: 'other JSON', text: '{"name":"x","list":[{"openid":"x"}]}', others: ['json'] },
  { name: 'a success', text: '{"errcode":0,"errmsg":"ok"}', others: ['success'] },
  { name: 'an access token', text: '{"access_token":"76_x","expires_in":7200}', others: ['token'] },
  {
    name: 'a token of web authorization',
    text: `{"access_token":"x","expires_in":7200,"refresh_token":"y","openid":"${ada}","scope":"snsapi_base"}`,
    others: ['authorization'],
    openids: [ada],
  },
  {
    name: 'a profile of web authorization',
    text: `{"openid":"${ada}","nickname":"n","sex":0,"headimgurl":"","privilege":[]}`,
    others: ['webProfile'],
    openids: [ada],
  },
  {
    name: 'a Mini Program’s session',
    text: `{"session_key":"x","openid":"${ada}"}`,
    others: ['miniProgram'],
  },
  {
    name: 'a Mini Program’s phone number',
    text: '{"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"1","watermark":{"appid":"wx"}}}',
    others: ['miniProgram'],
  },
  {
    name: 'a Mini Program’s profile',
    text: `{"openId":"${ada}","nickName":"n","watermark":{"appid":"wx"}}`,
    others: ['miniProgram'],
  },
  {
    name: 'an answer of WeChat Pay',
    text: `{"out_trade_no":"1","payer":{"openid":"${ada}"},"trade_state":"SUCCESS"}`,
    others: ['pay'],
  },
  {
    name: 'an older answer of WeChat Pay',
    text: `<xml><return_code><![CDATA[SUCCESS]]></return_code><openid>${ada}</openid></xml>`,
    others: ['pay'],
  },
  {
    name: 'an event that WeChat pushes',
    text: '<xml><ToUserName>gh_1</ToUserName><MsgType>event</MsgType><Event>subscribe</Event></xml>',
    others: ['pushedXml'],
  },
  { name: 'other XML', text: '<?xml version="1.0"?><a/>', others: ['xml'] },
  {
    name: 'a page of followers',
    text: `{"total":1,"count":1,"data":{"openid":["${ada}"]},"next_openid":"${ada}"}`,
    others: ['followers'],
    openids: [ada],
  },
  { name: 'tags', text: '{"tags":[{"id":2,"name":"星标组","count":0}]}', others: ['tags'] },
  {
    name: 'a request',
    text: `{"user_list":[{"openid":"${ada}","lang":"zh_CN"}]}`,
    others: ['request'],
    openids: [ada],
  },
  { name: 'a batch of nobody', text: '{"user_info_list":[]}', others: ['noRows'] },
];
