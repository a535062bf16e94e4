import * as v from 'valibot';
import { api } from '../api';
import { readableRows } from '../lenient';

/** What became of one openid of the old account. */
export interface ChangedOpenid {
  readonly old: string;
  /** The same person's openid in the account that was asked; absent where WeChat names none. */
  readonly new?: string;
  /** WeChat's own word, `ok` where all is well. */
  readonly message: string;
}

const row = v.pipe(
  v.object({
    ori_openid: v.string(),
    new_openid: v.optional(v.nullable(v.string())),
    err_msg: v.fallback(v.string(), ''),
  }),
  v.transform(({ ori_openid, new_openid, err_msg }): ChangedOpenid => ({
    old: ori_openid,
    ...(new_openid && { new: new_openid }),
    message: err_msg,
  })),
);

/**
 * The openids that people of an account that migrated have in this account: 1 to 100 a call, for 15 days after the
 * review has passed. The page names the old account by its original id (gh_…), users by its AppID.
 * @see https://developers.weixin.qq.com/doc/subscription/api/usermanage/changeopenid/api_changeopenid
 */
export const changeOpenid = api({
  method: 'POST',
  path: '/cgi-bin/changeopenid',
  body: (oldAccount: string, openids: readonly string[]) => ({
    from_appid: oldAccount,
    openid_list: openids,
  }),
  answer: v.pipe(
    v.object({ result_list: readableRows<ChangedOpenid>(row) }),
    v.transform(answer => answer.result_list),
  ),
});
