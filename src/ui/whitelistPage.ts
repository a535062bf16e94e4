/** Where the whitelist, the AppSecret and the account's type are. */
export const whitelistPage = 'https://developers.weixin.qq.com/console';
