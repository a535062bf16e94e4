import { ada, bo, type Sample } from './samples';

/** Answers of the user APIs and their neighbours that hold no profile. */
export const userAnswers: readonly Sample[] = [
  {
    name: 'a page of user/get',
    text: `{"total":2,"count":2,"data":{"openid":["${ada}","${bo}"]},"next_openid":"${bo}"}`,
    others: ['followers'],
    openids: [ada, bo],
  },
  {
    name: 'the last page of user/get',
    text: '{"total":2,"count":0,"next_openid":""}',
    others: ['followers'],
  },
  {
    name: 'a page of user/get as PHP prints it',
    text: `Array ( [total] => 1 [count] => 1 [data] => Array ( [openid] => Array ( [0] => ${ada} ) ) [next_openid] => ${ada} )`,
    others: ['followers'],
    openids: [ada],
  },
  {
    name: 'a page with blanks in its list',
    text: `{"total":2,"count":2,"data":{"openid":["",null,"${ada}"]}}`,
    others: ['followers'],
    openids: [ada],
  },
  {
    name: 'a page of user/tag/get',
    text: `{"count":1,"data":{"openid":["${ada}"]},"next_openid":"${ada}"}`,
    others: ['taggedFollowers'],
    openids: [ada],
  },
  {
    name: 'a page of user/tag/get by its path',
    text: `POST /cgi-bin/user/tag/get {"total":1,"count":1,"data":{"openid":["${ada}"]}}`,
    others: ['taggedFollowers'],
    openids: [ada],
  },
  {
    name: 'a page of the blacklist',
    text: `https://api.weixin.qq.com/cgi-bin/tags/members/getblacklist\n{"total":1,"count":1,"data":{"openid":["${bo}"]},"next_openid":""}`,
    others: ['blacklist'],
    openids: [bo],
  },
  { name: 'tags', text: '{"tags":[{"id":2,"name":"星标组"}]}', others: ['tags'] },
  { name: 'the tags of a person', text: '{"tagid_list":[134,2]}', others: ['tagIds'] },
  { name: 'nobody’s tags', text: '{"tagid_list":[]}', others: ['tagIds'] },
  { name: 'groups', text: '{"groups":[{"id":0,"name":"未分组","count":7}]}', others: ['groups'] },
  {
    name: 'a migration in which a row failed',
    text: `{"errcode":0,"errmsg":"ok","result_list":[{"ori_openid":"${ada}","err_msg":"ok","new_openid":"${bo}"},{"ori_openid":"oOld","err_msg":"ori_openid error"}]}`,
    others: ['migration'],
    openids: [bo],
    failures: ['oOld'],
  },
  {
    name: 'a migration in which all rows failed',
    text: `{"result_list":[{"ori_openid":"${ada}","err_msg":"ori_openid error"},{"ori_openid":"${bo}"}]}`,
    others: ['migration'],
    failures: [ada, bo],
  },
  {
    name: 'a migration as Python prints it',
    text: `{'errcode': 0, 'result_list': [{'ori_openid': '${ada}', 'new_openid': '${bo}', 'err_msg': 'ok'}]}`,
    others: ['migration'],
    openids: [bo],
  },
  {
    name: 'a quota',
    text: '{"errcode":0,"errmsg":"ok","quota":{"daily_limit":500,"used":1,"remain":499}}',
    others: ['quota'],
  },
  {
    name: 'a request that WeChat kept, with the error it answered',
    text: JSON.stringify({
      errcode: 0,
      request: {
        invoke_time: 1635156704,
        request_url: 'access_token=x',
        response_body: '{"errcode":45009,"errmsg":"reach max"}',
      },
    }),
    errors: [45009],
    others: ['trace'],
  },
  {
    name: 'a check of the callback',
    text: '{"dns":[{"ip":"203.0.113.7","real_operator":"UNICOM"}],"ping":[]}',
    others: ['callbackCheck'],
  },
  {
    name: 'a ping of the callback',
    text: '{"dns":[],"ping":[{"ip":"203.0.113.7","time":"23.4ms"}]}',
    others: ['callbackCheck'],
  },
  { name: 'addresses of WeChat', text: '{"ip_list":["203.0.113.7"]}', others: ['domainIps'] },
  {
    name: 'statistics',
    text: '{"list":[{"ref_date":"2020-01-01","user_source":0,"new_user":1,"cancel_user":0}]}',
    others: ['statistics'],
  },
  {
    name: 'a request in which lists look like others',
    text: '{"list":[],"tags":["a"],"groups":[],"quota":5,"request":"x","dns":[]}',
    others: ['json'],
  },
  {
    name: 'a request of batchget as Python writes it',
    text: `{'user_list': [{'openid': '${ada}'}, {'openid': '${bo}'}]}`,
    others: ['request'],
    openids: [ada, bo],
  },
];

/** Fields in the spellings of other programs. */
export const spelledOtherwise: readonly Sample[] = [
  {
    name: 'camel case',
    text: `{"openId":"${ada}","subscribe":true,"subscribeTime":1434093047,"unionId":"oX","tagidList":[2]}`,
    profiles: [ada],
    decoded: { state: 'following', subscribeTime: 1434093047, unionid: 'oX', tagIds: [2], unknown: [] },
  },
  {
    name: 'Pascal case',
    text: `{"OpenId":"${ada}","Subscribe":"1","QrSceneStr":"a","SubscribeScene":"ADD_SCENE_WXA"}`,
    profiles: [ada],
    decoded: { state: 'following', qrSceneStr: 'a', scene: 'ADD_SCENE_WXA', unknown: [] },
  },
  {
    name: 'upper case and hyphens',
    text: `{"OPENID":"${ada}","SUBSCRIBE":false,"SUBSCRIBE-TIME":"1434093047"}`,
    profiles: [ada],
    decoded: { state: 'notFollowing', subscribeTime: 1434093047 },
  },
  {
    name: 'both spellings of one field',
    text: `{"openid":"${ada}","openId":"${bo}","subscribe":1}`,
    profiles: [ada],
    decoded: { unknown: [{ key: 'openId', value: bo }] },
  },
  {
    name: 'a batch and its rows',
    text: `{"userInfoList":[{"openId":"${ada}"},{"OpenID":"${bo}"},null]}`,
    profiles: [ada, bo],
    others: ['rowWithoutOpenid'],
  },
  {
    name: 'a page of user/get as Go prints it',
    text: `&{CommonError:{ErrCode:0 ErrMsg:} Total:2 Count:2 Data:{OpenIDs:[${ada} ${bo}]} NextOpenID:${bo}}`,
    others: ['followers'],
    openids: [ada, bo],
  },
  {
    name: 'a page of user/get as WxJava prints it',
    text: `WxMpUserList(total=2, count=2, openids=[${ada}, ${bo}], nextOpenid=${bo})`,
    others: ['followers'],
    openids: [ada, bo],
  },
  {
    name: 'a migration as Go prints it',
    text: `{ResultList:[{OriOpenID:${ada} NewOpenID: ErrMsg:ori_openid error}]}`,
    others: ['migration'],
    failures: [ada],
  },
  {
    name: 'a migration as WxJava prints it',
    text: `[WxMpChangeOpenid(oriOpenid=oOld, newOpenid=${ada}, errMsg=ok), WxMpChangeOpenid(oriOpenid=${bo}, newOpenid=null, errMsg=ori_openid error)]`,
    others: ['migration'],
    openids: [ada],
    failures: [bo],
  },
  {
    name: 'a migration in camel case',
    text: `{"resultList":[{"oriOpenid":"${ada}","newOpenid":"${bo}","errMsg":"ok"}]}`,
    others: ['migration'],
    openids: [bo],
  },
  {
    name: 'a quota as Go prints it',
    text: '{CommonError:{ErrCode:0 ErrMsg:ok} Quota:{DailyLimit:500 Used:1 Remain:499}}',
    others: ['quota'],
  },
  {
    name: 'a token of web authorization as Java prints it',
    text: `WxOAuth2AccessToken(accessToken=80_x, expiresIn=7200, openId=${ada}, scope=snsapi_base)`,
    others: ['authorization'],
    openids: [ada],
  },
  {
    name: 'a profile of web authorization as Java prints it',
    text: `WxOAuth2UserInfo(openid=${ada}, nickname=Ada, unionId=oX, privileges=[])`,
    others: ['webProfile'],
    openids: [ada],
  },
  {
    name: 'an access token in camel case',
    text: 'WxAccessToken(accessToken=80_x, expiresIn=7200)',
    others: ['token'],
  },
  {
    name: 'a Mini Program’s session in camel case',
    text: `WxMaJscode2SessionResult(sessionKey=a==, openid=${ada})`,
    others: ['miniProgram'],
  },
  { name: 'errCode', text: '{"errCode":40003,"errMsg":"fail invalid openid"}', errors: [40003] },
  { name: 'ErrCode', text: '{"ErrCode":"45159","ErrMsg":"invalid tag id"}', errors: [45159] },
  { name: 'err_code', text: "{'err_code': 40013}", errors: [40013] },
];
