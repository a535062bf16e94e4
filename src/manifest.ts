/**
 * Every name that package.json and the code share. A test holds this file against package.json, so that a
 * command, view, setting or context key cannot exist on one side alone.
 */

export const extensionId = 'wechat-openid-lens.wechat-openid-lens';

/** Service name of the entries in the OS keychain. */
export const keychainService = 'wechat-openid-lens';

export const commands = {
  addAccount: 'wechatOpenid.addAccount',
  editAccount: 'wechatOpenid.editAccount',
  removeAccount: 'wechatOpenid.removeAccount',
  checkAccount: 'wechatOpenid.checkAccount',
  setActiveAccount: 'wechatOpenid.setActiveAccount',
  lookup: 'wechatOpenid.lookup',
  lookupSelection: 'wechatOpenid.lookupSelection',
  batchFetch: 'wechatOpenid.batchFetch',
  addProfilesToFile: 'wechatOpenid.addProfilesToFile',
  importPairs: 'wechatOpenid.importPairs',
  findPerson: 'wechatOpenid.findPerson',
  exportMapping: 'wechatOpenid.exportMapping',
  refreshUnionids: 'wechatOpenid.refreshUnionids',
  openPeople: 'wechatOpenid.openPeople',
  compareAccounts: 'wechatOpenid.compareAccounts',
  cancelBatch: 'wechatOpenid.cancelBatch',
  resumeBatch: 'wechatOpenid.resumeBatch',
  retryFailed: 'wechatOpenid.retryFailed',
  recheckNotFollowing: 'wechatOpenid.recheckNotFollowing',
  removeBatch: 'wechatOpenid.removeBatch',
  exportBatch: 'wechatOpenid.exportBatch',
  checkBatch: 'wechatOpenid.checkBatch',
  openBatch: 'wechatOpenid.openBatch',
  openProfile: 'wechatOpenid.openProfile',
  copyOpenid: 'wechatOpenid.copyOpenid',
  copyUnionid: 'wechatOpenid.copyUnionid',
  copyProfile: 'wechatOpenid.copyProfile',
  browseFollowers: 'wechatOpenid.browseFollowers',
  browseBlacklist: 'wechatOpenid.browseBlacklist',
  resumeList: 'wechatOpenid.resumeList',
  fetchProfilesOfList: 'wechatOpenid.fetchProfilesOfList',
  compareLists: 'wechatOpenid.compareLists',
  exportList: 'wechatOpenid.exportList',
  removeList: 'wechatOpenid.removeList',
  refreshTags: 'wechatOpenid.refreshTags',
  showMore: 'wechatOpenid.showMore',
  editRemark: 'wechatOpenid.editRemark',
  tagPeople: 'wechatOpenid.tagPeople',
  untagPeople: 'wechatOpenid.untagPeople',
  createTag: 'wechatOpenid.createTag',
  renameTag: 'wechatOpenid.renameTag',
  showTaggingResults: 'wechatOpenid.showTaggingResults',
  translateMigratedOpenids: 'wechatOpenid.translateMigratedOpenids',
  keepFollowerListForMigration: 'wechatOpenid.keepFollowerListForMigration',
  refresh: 'wechatOpenid.refresh',
  clearHistory: 'wechatOpenid.clearHistory',
  removeEverything: 'wechatOpenid.removeEverything',
  clearApiQuota: 'wechatOpenid.clearApiQuota',
  forceNewAccessToken: 'wechatOpenid.forceNewAccessToken',
  decodeResponse: 'wechatOpenid.decodeResponse',
  explainError: 'wechatOpenid.explainError',
  lookUpRequestByRid: 'wechatOpenid.lookUpRequestByRid',
  showLog: 'wechatOpenid.showLog',
  reportIssue: 'wechatOpenid.reportIssue',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** Commands for a tree node, a webview or an error's button only; they stay out of the palette. */
export const nodeCommands: readonly CommandId[] = [
  commands.forceNewAccessToken,
  commands.openProfile,
  commands.copyOpenid,
  commands.copyUnionid,
  commands.copyProfile,
  commands.refreshTags,
  commands.showMore,
];

export const viewContainer = 'wechatOpenid';

export const views = { accounts: 'wechatOpenid.accounts', people: 'wechatOpenid.people' } as const;

export const viewTypes = { profile: 'wechatOpenid.profile', batch: 'wechatOpenid.batch' } as const;

/** Reports are about a moment: a window that is reloaded does not bring them back. */
export const reportViewType = 'wechatOpenid.report';

/** The same goes for comparisons. */
export const comparisonViewType = 'wechatOpenid.comparison';

/** And for pages of people. */
export const peopleViewType = 'wechatOpenid.peoplePage';

export const settingsSection = 'wechatOpenid';

/** Settings with their defaults, as package.json declares them. */
export const settings = {
  apiBaseUrl: 'https://api.weixin.qq.com',
  credentialStore: 'auto',
  lang: 'zh_CN',
  concurrency: 32,
  requestTimeout: 15,
  confirmAbove: 1000,
  confirmChanges: true,
  'history.retentionDays': 30,
  'exportedApi.enabled': false,
  'languageModelTools.enabled': false,
  'hover.enabled': true,
} as const;

/** For language models. */
export const tools = {
  lookup: 'wechatOpenid_lookup',
  decode: 'wechatOpenid_decode',
  explain: 'wechatOpenid_explain',
  findPerson: 'wechatOpenid_findPerson',
} as const;

export type ToolName = (typeof tools)[keyof typeof tools];

export type SettingName = keyof typeof settings;

export const contextKeys = {
  /** True once the registry was read and holds no account: the welcome view shows. */
  noAccounts: 'wechatOpenid.noAccounts',
  /** True once the batches were listed and there is none. */
  noBatches: 'wechatOpenid.noBatches',
  batchRunning: 'wechatOpenid.batchRunning',
} as const;

/** What a tree node can do; its `contextValue` lists these, and menus ask for one of them. */
export const abilities = {
  account: 'isAccount',
  activate: 'canActivate',
  copyOpenid: 'hasOpenid',
  copyUnionid: 'hasUnionid',
  copyProfile: 'hasProfile',
  change: 'canChange',
  batch: 'isBatch',
  remove: 'canRemove',
  cancel: 'canCancel',
  resume: 'canResume',
  retry: 'canRetry',
  recheck: 'canRecheck',
  refresh: 'canRefresh',
  followers: 'isFollowers',
  tags: 'isTags',
  tag: 'isTag',
  /** One that people made: WeChat's own have their names for good. */
  ownTag: 'isOwnTag',
  blacklist: 'isBlacklist',
  list: 'isFollowerList',
  resumeList: 'canResumeList',
  removeList: 'canRemoveList',
  /** Whether it can be exempted from the retention. */
  keepList: 'canKeepList',
} as const;

export type Ability = (typeof abilities)[keyof typeof abilities];
