import { ada, bo, type Sample } from './samples';

const cid = 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4';
const full = {
  state: 'following',
  unionid: cid,
  tagIds: [128, 2],
  subscribeTime: 1434093047,
  scene: 'ADD_SCENE_QR_CODE',
} as const;

/** What debuggers and consoles of frameworks show of an answer. */
export const dumpedAnswers: readonly Sample[] = [
  {
    name: 'what Laravel dumps of an array',
    text: `array:6 [ // app/Http/Controllers/UserController.php:23
  "subscribe" => 1
  "openid" => "${ada}"
  "subscribe_time" => 1434093047
  "unionid" => "${cid}"
  "tagid_list" => array:2 [
    0 => 128
    1 => 2
  ]
  "subscribe_scene" => "ADD_SCENE_QR_CODE"
]`,
    profiles: [ada],
    decoded: full,
  },
  {
    name: 'what Laravel dumps of an object that keeps an array to itself',
    text: `EasyWeChat\\Kernel\\Support\\Collection^ {#1340
  #items: array:4 [
    "subscribe" => 1
    "openid" => "${ada}"
    "unionid" => "${cid}"
    "tagid_list" => array:2 [
      0 => 128
      1 => 2
    ]
  ]
  #escapeWhenCastingToString: false
}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2] },
  },
  {
    name: 'what Laravel dumps of an object that everybody may see',
    text: `{#289
  +"subscribe": 0
  +"openid": "${ada}"
  +"tagid_list": []
}`,
    profiles: [ada],
    decoded: { state: 'notFollowing' },
  },
  {
    name: 'a dump in a browser, with a list that is folded',
    text: `array:4 [▼
  "subscribe" => 1
  "openid" => "${ada}"
  "tagid_list" => array:2 [▶]
  "unionid" => "${cid}"
]`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'numbers as Gson makes them',
    text: `{subscribe=1.0, openid=${ada}, subscribe_time=1.434093047E9, unionid=${cid}, tagid_list=[128.0, 2.0], subscribe_scene=ADD_SCENE_QR_CODE, qr_scene_str=1.0}`,
    profiles: [ada],
    decoded: { ...full, qrSceneStr: '1.0' },
  },
  {
    name: 'numbers as Go prints them where it knows no type',
    text: `map[openid:${ada} subscribe:1 subscribe_scene:ADD_SCENE_QR_CODE subscribe_time:1.434093047e+09 tagid_list:[128 2] unionid:${cid}]`,
    profiles: [ada],
    decoded: full,
  },
  { name: 'an error code as Go prints it', text: 'map[errcode:4.0003e+04 errmsg:x]', errors: [40003] },
  { name: 'an error code as Gson makes it', text: '{errcode=40003.0, errmsg=x}', errors: [40003] },
  {
    name: 'a list that Java prints as an address',
    text: `WxMpUser(subscribe=true, openId=${ada}, tagIds=[Ljava.lang.Long;@4f2b503c, unionId=${cid})`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'a table of Lua',
    text: `{
  ["openid"] = "${ada}",
  ["subscribe"] = 1,
  ["tagid_list"] = { [1] = 128, [2] = 2 },
  ["unionid"] = "${cid}"
}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2] },
  },
  {
    name: 'a dictionary of Objective-C',
    text: `{
    groupid = 0;
    openid = "${ada}";
    remark = "";
    subscribe = 1;
    "subscribe_scene" = "ADD_SCENE_QR_CODE";
    "subscribe_time" = 1434093047;
    "tagid_list" =     (
        128,
        2
    );
    unionid = ${cid};
}`,
    profiles: [ada],
    decoded: full,
  },
  {
    name: 'an object of PowerShell on one line',
    text: `@{user_info_list=System.Object[]; first=@{subscribe=1; openid=${ada}; tagid_list=System.Object[]; unionid=${cid}}}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'an object of Ruby',
    text: `#<OpenStruct subscribe=1, openid="${ada}", remark="a > b", unionid="${cid}", tagid_list=[128, 2]>`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2], remark: 'a > b' },
  },
  {
    name: 'a list of records of Rails',
    text: `[#<WechatUser id: 3, openid: "${ada}", subscribe: true, unionid: "${cid}">, #<WechatUser id: 4, openid: "${bo}", subscribe: false, unionid: nil>]`,
    profiles: [ada, bo],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'an object of Ruby with its variables',
    text: `#<Wechat::User:0x000055d5 @subscribe=1, @openid="${ada}", @unionid="${cid}", @tagid_list=[128, 2]>`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2] },
  },
  {
    name: 'what Node prints of an object with symbols',
    text: `{\n  subscribe: 1,\n  openid: '${ada}',\n  unionid: '${cid}',\n  [Symbol(raw)]: true\n}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'what PHP serializes, with Chinese whose length is in bytes',
    text: `user|a:5:{s:9:"subscribe";i:1;s:6:"openid";s:28:"${ada}";s:6:"remark";s:6:"张三";s:7:"unionid";s:28:"${cid}";s:10:"tagid_list";a:2:{i:0;i:128;i:1;i:2;}}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2], remark: '张三' },
  },
  {
    name: 'an object that PHP serializes, in a string of SQL',
    text: `('s1', 'O:8:\\"stdClass\\":1:{s:8:\\"\\0*\\0items\\";a:2:{s:9:\\"subscribe\\";b:1;s:6:\\"openid\\";s:28:\\"${ada}\\";}}')`,
    profiles: [ada],
    decoded: { state: 'following' },
  },
  {
    name: 'a list that PHP serializes',
    text: `a:1:{s:14:"user_info_list";a:2:{i:0;a:1:{s:6:"openid";s:28:"${ada}";}i:1;a:2:{s:6:"openid";s:28:"${bo}";s:9:"subscribe";i:0;}}}`,
    profiles: [ada, bo],
  },
  { name: 'an error that PHP serializes', text: 'a:1:{s:7:"errcode";i:40013;}', errors: [40013] },
  {
    name: 'half of what PHP serializes',
    text: `a:4:{s:9:"subscribe";i:1;s:6:"openid";s:28:"${ada}";s:6:"rem`,
    others: ['text'],
  },
  {
    name: 'a value that may be missing, in other languages',
    text: `WxUser(subscribe = 1, openid = ${ada}, unionid = Some(${cid})) {openid = "${bo}", subscribe = 0, unionid = Just "oX"}`,
    profiles: [ada, bo],
    decoded: { unionid: cid },
  },
  {
    name: 'what a debugger shows of a struct',
    text: `$1 = {subscribe = 1, openid = 0x5555 "${ada}", unionid = 0x5556 "${cid}"}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'JSON of MongoDB',
    text: `{"_id":{"$oid":"5f1f"},"openid":"${ada}","subscribe":{"$numberInt":"1"},"subscribe_time":{"$numberLong":"1434093047"},"unionid":"${cid}","tagid_list":[{"$numberInt":"128"},{"$numberInt":"2"}]}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, subscribeTime: 1434093047, tagIds: [128, 2] },
  },
  {
    name: 'ids of a column that is wider',
    text: `{"openid":"${ada}    ","subscribe":1,"unionid":"${cid}  ","subscribe_scene":"ADD_SCENE_QR_CODE "}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, scene: 'ADD_SCENE_QR_CODE' },
  },
];
