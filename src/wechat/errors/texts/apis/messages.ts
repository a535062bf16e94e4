import { localized } from '../../../language';
import { readNotices } from '../config';
import { type ErrorTexts } from '../errorText';

/** Messages to an openid: customer service, subscription messages, mass sending. */
export const messageErrors: ErrorTexts = {
  40008: {
    cause: localized('The type of the message is invalid.', '消息类型无效。', '訊息類型無效。'),
    nextStep: localized(
      'Set msgtype to a type that this API knows, and give the part of the same name.',
      '将 msgtype 设为该接口支持的类型，并传入同名的内容字段。',
      '將 msgtype 設為該 API 支援的類型，並傳入同名的內容欄位。',
    ),
  },
  43004: {
    cause: localized(
      'The person does not follow the account, which this call needs.',
      '该用户未关注公众号，而此接口要求已关注。',
      '該使用者未關注公眾號，而此 API 要求已關注。',
    ),
    nextStep: localized(
      'Look the openid up to see its state; only the person can follow again.',
      '查询该 openid 的关注状态；重新关注只能由用户自己操作。',
      '查詢該 openid 的關注狀態；重新關注只能由使用者自己操作。',
    ),
  },
  43101: {
    cause: localized(
      'The person has not agreed to this subscription message, or has used up what was agreed to.',
      '用户没有同意接收该订阅消息，或已同意的次数已用完。',
      '使用者沒有同意接收該訂閱訊息，或已同意的次數已用完。',
    ),
    nextStep: localized(
      'Ask for consent again with the same template; one consent allows one message as a rule.',
      '用同一模板重新请用户订阅；通常一次同意只能发送一条。',
      '用同一範本重新請使用者訂閱；通常一次同意只能傳送一則。',
    ),
  },
  45002: {
    cause: localized('The content is too long.', '内容过长。', '內容過長。'),
    nextStep: localized(
      'Shorten the text, or send it in several messages.',
      '缩短内容，或分成多条发送。',
      '縮短內容，或分成多則傳送。',
    ),
  },
  45015: {
    cause: localized(
      'The person has not written to or used the account for 48 hours, or does not follow any more: customer-service messages are allowed only within that time.',
      '用户超过 48 小时没有与公众号互动，或已取消关注：客服消息只能在互动后的 48 小时内发送。',
      '使用者超過 48 小時沒有與公眾號互動，或已取消關注：客服訊息只能在互動後的 48 小時內傳送。',
    ),
    nextStep: localized(
      'Wait until the person writes again, or send a subscription or template message that was agreed to.',
      '等用户再次互动，或改用用户已同意的订阅消息、模板消息。',
      '等使用者再次互動，或改用使用者已同意的訂閱訊息、範本訊息。',
    ),
  },
  45047: {
    cause: localized(
      'As many customer-service messages were sent to this person as are allowed without an answer.',
      '在用户没有回复的情况下，发给该用户的客服消息条数已达上限。',
      '在使用者沒有回覆的情況下，傳給該使用者的客服訊息則數已達上限。',
    ),
    nextStep: localized(
      'Wait until the person writes again; send less, or put several texts into one message.',
      '等用户再次发来消息；平时减少发送，或把多条内容合并为一条。',
      '等使用者再次傳來訊息；平時減少傳送，或把多則內容合併為一則。',
    ),
  },
  45065: {
    cause: localized(
      'A mass message with the same clientmsgid was sent before: WeChat did not send it again.',
      '相同 clientmsgid 的群发已存在，微信没有重复发送。',
      '相同 clientmsgid 的群發已存在，微信沒有重複傳送。',
    ),
    nextStep: localized(
      'Take the earlier message for sent; for a new one give another clientmsgid.',
      '视为之前已发送；确要发送新的群发时，换一个 clientmsgid。',
      '視為之前已傳送；確要傳送新的群發時，換一個 clientmsgid。',
    ),
  },
  48003: {
    cause: localized(
      'The agreement on mass sending has not been accepted for this account.',
      '该账号尚未同意群发的相关协议。',
      '該帳號尚未同意群發的相關協議。',
    ),
    nextStep: localized(
      'Send one mass message by hand at mp.weixin.qq.com and accept the agreement shown there.',
      '登录 mp.weixin.qq.com 手动群发一次，并同意其中的协议。',
      '登入 mp.weixin.qq.com 手動群發一次，並同意其中的協議。',
    ),
  },
  43107: {
    cause: localized(
      'WeChat has withdrawn subscription messages from this account.',
      '该账号的订阅消息能力已被微信封禁。',
      '該帳號的訂閱訊息能力已被微信停用。',
    ),
    nextStep: readNotices,
  },
  45028: {
    cause: localized(
      'The mass messages that the account may send in this time are used up.',
      '该账号本期的群发次数已用完。',
      '該帳號本期的群發次數已用完。',
    ),
    nextStep: localized(
      'Wait for the next day (service accounts: the next month), or preview the message instead.',
      '等到次日（服务号为次月），或改用预览接口。',
      '等到隔日（服務號為次月），或改用預覽 API。',
    ),
  },
  45066: {
    cause: localized(
      'The same clientmsgid was sent again too soon.',
      '相同的 clientmsgid 重试过快。',
      '相同的 clientmsgid 重試過快。',
    ),
    nextStep: localized(
      'Wait a minute before the message is sent again.',
      '间隔一分钟后再重试。',
      '間隔一分鐘後再重試。',
    ),
  },
  48002: {
    cause: localized(
      'The person has switched off messages of this account.',
      '该用户在公众号设置中关闭了“接收消息”。',
      '該使用者在公眾號設定中關閉了「接收訊息」。',
    ),
    nextStep: localized(
      'Only the person can switch them on again.',
      '只能由用户自己重新打开。',
      '只能由使用者自己重新開啟。',
    ),
  },
  48005: {
    cause: localized(
      'The media cannot be deleted: an automatic answer or the menu uses it.',
      '该素材被自动回复或自定义菜单引用，不能删除。',
      '該素材被自動回覆或自訂選單引用，不能刪除。',
    ),
    nextStep: localized('Take it out there first.', '先在引用处取消使用。', '先在引用處取消使用。'),
  },
  48008: {
    cause: localized(
      'The account may not send messages of this type.',
      '该账号没有发送此类型消息的权限。',
      '該帳號沒有傳送此類型訊息的權限。',
    ),
    nextStep: localized('Send another type.', '改发其他类型的消息。', '改傳其他類型的訊息。'),
  },
};
