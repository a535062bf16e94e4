import { ada, bo, type Sample } from './samples';

const cid = 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4';
const full = {
  state: 'following',
  unionid: cid,
  tagIds: [128, 2],
  subscribeTime: 1434093047,
  scene: 'ADD_SCENE_QR_CODE',
} as const;

/** Answers as programs print them, none of them JSON. */
export const printedAnswers: readonly Sample[] = [
  {
    name: 'PHP print_r',
    text: `Array
(
    [subscribe] => 1
    [openid] => ${ada}
    [nickname] => Ada (L.) [VIP]
    [remark] =>
    [subscribe_time] => 1434093047
    [unionid] => ${cid}
    [tagid_list] => Array
        (
            [0] => 128
            [1] => 2
        )

    [subscribe_scene] => ADD_SCENE_QR_CODE
    [qr_scene_str] => 007
)
`,
    profiles: [ada],
    decoded: { ...full, qrSceneStr: '007' },
  },
  {
    name: 'PHP print_r on one line, as a browser shows it',
    text: `stdClass Object ( [subscribe] => 1 [openid] => ${ada} [tagid_list] => Array ( ) [unionid] => ${cid} [remark] => )`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [] },
  },
  {
    name: 'PHP print_r of a batch, with protected fields',
    text: `Array
(
    [user_info_list] => Array
        (
            [0] => Array
                (
                    [subscribe] => 1
                    [openid] => ${ada}
                )
            [1] => User Object
                (
                    [subscribe:protected] => 0
                    [openid:protected] => ${bo}
                )
        )
)`,
    profiles: [ada, bo],
  },
  {
    name: 'PHP var_dump',
    text: `array(4) {
  ["subscribe"]=>
  int(1)
  ["openid"]=>
  string(28) "${ada}"
  ["unionid"]=>
  string(28) "${cid}"
  ["subscribe_time"]=>
  int(1434093047)
  ["subscribe_scene"]=>
  string(17) "ADD_SCENE_QR_CODE"
  ["tagid_list"]=>
  array(2) {
    [0]=>
    int(128)
    [1]=>
    int(2)
  }
}`,
    profiles: [ada],
    decoded: full,
  },
  {
    name: 'PHP var_dump of an object',
    text: `object(stdClass)#12 (3) { ["subscribe"]=> bool(true) ["openid"]=> string(28) "${ada}" ["remark"]=> NULL ["x"]=> float(1.5) }`,
    profiles: [ada],
    decoded: { state: 'following' },
  },
  {
    name: 'PHP var_export in a log',
    text: `[2020-08-20 10:11:12] local.INFO: array (
  'subscribe' => 1,
  'openid' => '${ada}',
  'unionid' => '${cid}',
  'remark' => 'it\\'s [me]',
  'subscribe_time' => 1434093047,
  'tagid_list' => 
  array (
    0 => 128,
    1 => 2,
  ),
  'subscribe_scene' => 'ADD_SCENE_QR_CODE',
)  
`,
    profiles: [ada],
    decoded: { ...full, remark: "it's [me]" },
  },
  {
    name: 'a PHP array as written today',
    text: `$user = ['subscribe' => 0, 'openid' => "${ada}", 'tagid_list' => [128, 2], 'remark' => null];`,
    profiles: [ada],
    decoded: { state: 'notFollowing', tagIds: [128, 2] },
  },
  {
    name: 'a Ruby hash',
    text: `=> {"subscribe"=>1, "openid"=>"${ada}", "nickname"=>"a}b", "unionid"=>"${cid}", "tagid_list"=>[128, 2], "remark"=>nil}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2] },
  },
  {
    name: 'a Ruby hash with symbols',
    text: `#<User> {:subscribe=>1, :openid=>"${ada}", :tagid_list=>[2]} and {subscribe: 0, openid: "${bo}"}`,
    profiles: [ada, bo],
  },
  {
    name: 'a Python 2 dictionary',
    text: `# {u'city': u'\\u6d77\\u6dc0', u'openid': u'${ada}', u'remark': u'\\'x\\'', u'subscribe': 1, u'unionid': None}`,
    profiles: [ada],
    decoded: { state: 'following', remark: "'x'" },
  },
  {
    name: 'bytes of a Python 2 dictionary',
    text: `{'remark': '\\xe5\\xa4\\x87\\xe6\\xb3\\xa8', 'openid': '${ada}', 'subscribe': 1L}`,
    profiles: [ada],
    decoded: { remark: '备注' },
  },
  {
    name: 'an OrderedDict',
    text: `OrderedDict([('subscribe', 1), ('openid', '${ada}'), ('unionid', '${cid}'), ('tagid_list', [128, 2])])`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2] },
  },
  {
    name: 'a Python dictionary with calls in it',
    text: `{'openid': '${ada}', 'subscribe': True, 'at': datetime.datetime(2020, 1, 2, 3, 4), 'sum': Decimal('1.5'), 'tagid_list': (128, 2)}`,
    profiles: [ada],
    decoded: { state: 'following', tagIds: [128, 2] },
  },
  {
    name: 'JSON inside a string of a Python dictionary',
    text: `{'status': 200, 'text': '{"subscribe": 1, "openid": "${ada}", "remark": "\\\\u5907"}'}`,
    profiles: [ada],
    decoded: { remark: '备' },
  },
  {
    name: 'bytes that hold JSON',
    text: `b'{"subscribe":1,"openid":"${ada}"}'`,
    profiles: [ada],
  },
  {
    name: 'a Java map',
    text: `user=={country=, subscribe=1, city=New York, USA, openid=${ada}, tagid_list=[128, 2], remark=a=b, unionid=${cid}, subscribe_time=1434093047, subscribe_scene=ADD_SCENE_QR_CODE} done`,
    profiles: [ada],
    decoded: { ...full, remark: 'a=b' },
  },
  {
    name: 'a Java map that ends in an empty value, and another one',
    text: `[{openid=${ada}, subscribe=1, remark=}, {openid=${bo}, subscribe=0, remark=}]`,
    profiles: [ada, bo],
  },
  {
    name: 'an object that Lombok prints',
    text: `2020-06-18 INFO 1 --- [nio-8080-exec-3] c.x.w.WxService : WxMpUser(subscribe=true, openId=${ada}, nickname=😀 :), sex=1, headImgUrl=http://x.test/a/0, subscribeTime=1434093047, unionId=${cid}, tagIds=[128, 2], subscribeScene=ADD_SCENE_QR_CODE, qrScene=0)`,
    profiles: [ada],
    decoded: full,
  },
  {
    name: 'an object in an object that Lombok prints, and words behind it',
    text: `got Result(code=0, user=User(openid=${ada}, subscribe=1, remark=), cost=3) in 12 ms (ok), x=1)`,
    profiles: [ada],
    decoded: { state: 'following' },
  },
  {
    name: 'a record and an object as an editor writes its toString',
    text: `User[openid=${ada}, subscribe=1] User{openid='${bo}', remark='it's me', subscribe=0}`,
    profiles: [ada, bo],
  },
  {
    name: 'a Go struct',
    text: `user: &{Subscribe:1 OpenID:${ada} Nickname: Sex:0 Remark:two words SubscribeTime:1434093047 UnionID:${cid} TagIDList:[128 2] SubscribeScene:ADD_SCENE_QR_CODE QrScene:0 QrSceneStr:}`,
    profiles: [ada],
    decoded: { ...full, remark: 'two words' },
  },
  {
    name: 'a Go map',
    text: `map[openid:${ada} remark: subscribe:1 tagid_list:[128 2] unionid:<nil>]`,
    profiles: [ada],
    decoded: { state: 'following', tagIds: [128, 2] },
  },
  {
    name: 'Go values with empty lists',
    text: `user.Info{CommonError:util.CommonError{ErrCode:0, ErrMsg:""}, userInfo:user.userInfo{Subscribe:1, OpenID:"${ada}", TagIDList:[]int32{}}}`,
    profiles: [ada],
    decoded: { state: 'following', tagIds: [] },
  },
  {
    name: 'Go values that are nil',
    text: `user.userInfo{Subscribe:1, OpenID:"${ada}", TagIDList:[]int32(nil), Remark:(*string)(nil)}`,
    profiles: [ada],
    decoded: { state: 'following', tagIds: [] },
  },
  {
    name: 'Go values as written',
    text: `main.User{Subscribe:1, OpenID:"${ada}"} map[string]interface {}{"openid":"${bo}", "subscribe":0, "x":nil}`,
    profiles: [bo, ada],
  },
  {
    name: 'an object without its quotes, as a page shows it',
    text: `{ subscribe: 1,\nopenid: ${ada},\nnickname: 方倍, 工作室,\nheadimgurl: http://x.test/a:b/0,\nsubscribe_time: 1434093047}`,
    profiles: [ada],
    decoded: { state: 'following', subscribeTime: 1434093047 },
  },
  {
    name: 'what a browser’s console shows of lists',
    text: `let user = {\n  openid: "${ada}",\n  subscribe: 1,\n  tagid_list: Array(0),\n  other: Array(3),\n  user: [Object],\n  "unionid": "${cid}"\n};`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [] },
  },
  {
    name: 'what Node shows of a long batch',
    text: `{ user_info_list:\n   [ { subscribe: 1,\n       openid: '${ada}',\n       headimgurl:\n        'http://x.test/abc\ndef',\n       remark: \`x\` },\n     { subscribe: 0, openid: '${bo}', x: [Circular *1], tags: [ 1, ... 3 more items ] },\n     ... 98 more items ] }`,
    profiles: [ada, bo],
  },
  {
    name: 'what Node shows of a Map',
    text: `Map(3) {\n  'openid' => '${ada}',\n  'subscribe' => 1,\n  'tagid_list' => [ 128, 2 ]\n}`,
    profiles: [ada],
    decoded: { tagIds: [128, 2] },
  },
  {
    name: 'a document of MongoDB',
    text: `{ "_id" : ObjectId("581ab3421a0e6137391e2820"), "openid" : "${ada}", "subscribe" : NumberInt(0), "subscribe_time" : NumberLong("1434093047"), "at" : ISODate("2016-12-13T14:58:09Z"), "tagid_list" : [ NumberInt(128), NumberInt(2) ] }`,
    profiles: [ada],
    decoded: { state: 'notFollowing', subscribeTime: 1434093047, tagIds: [128, 2] },
  },
  {
    name: 'documents of MongoDB in a list',
    text: `[\n{ "openid" : "${ada}", "subscribe" : NumberInt(1) },\n/* 2 */\n{ "openid" : "${bo}", "subscribe" : NumberInt(0), "x" : { "$date" : 1 } }\n]`,
    profiles: [ada, bo],
  },
  {
    name: 'JSON with comments',
    text: `{\n  // who\n  "openid": "${ada}", // it's "me"\n  /* follows { */ "subscribe": 1,\n  # since\n  "subscribe_time": 1434093047\n}`,
    profiles: [ada],
    decoded: { subscribeTime: 1434093047 },
  },
  {
    name: 'a batch with comments between its rows',
    text: `{"user_info_list": [ // two\n {"subscribe":1,"openid":"${ada}"}, // first\n {"subscribe":0,"openid":"${bo}"}\n] /* end */ }`,
    profiles: [ada, bo],
  },
  {
    name: 'constants of JavaScript',
    text: `{"subscribe":1,"openid":"${ada}","remark":undefined,"x":NaN}`,
    profiles: [ada],
  },
  {
    name: 'wrapped values',
    text: `User { openid: Some("${ada}"), subscribe: Some(1), unionid: None } {openid=Optional[${bo}], subscribe=Optional[0]}`,
    profiles: [ada, bo],
  },
  {
    name: 'a Java string over several lines',
    text: `String json = "{\\"subscribe\\":1," +\n    "\\"openid\\":\\"${ada}\\"," +\n    "\\"remark\\":\\"x\\"}";`,
    profiles: [ada],
    decoded: { remark: 'x' },
  },
  {
    name: 'a JavaScript string over several lines',
    text: `var s = '{"subscribe":1,'\n  + '"openid":"${ada}"}';`,
    profiles: [ada],
  },
  {
    name: 'a Python string over several lines',
    text: `s = ('{"subscribe":1,'\n     '"openid":"${ada}"}')`,
    profiles: [ada],
  },
  {
    name: 'a PHP string over several lines',
    text: `$s = '{"subscribe":1,' .\n     '"openid":"${ada}"}';`,
    profiles: [ada],
  },
];
