import { type OtherObject } from './whatItIs';

/** What stands in a text beside answers, or instead of them. */
export type OtherText =
  | OtherObject
  | 'cut' // half an answer
  | 'damaged' // an answer whose JSON nobody can mend
  | 'garbled' // an answer as a program printed it, in a form that is not read here
  | 'rowWithoutOpenid'
  | 'tooLong'
  | 'blank'
  | 'html'
  | 'pushedXml' // a message or event that WeChat pushes to servers
  | 'xml'
  | 'json'
  | 'text';

/** What is wrong with a text, the most telling first. */
export const wrongTexts: readonly OtherText[] = ['damaged', 'garbled', 'cut'];

const signs: readonly (readonly [RegExp, OtherText])[] = [
  [/^\s*$/, 'blank'],
  [/^\s*<(?:head|body)\b|<(?:!doctype\s+html|html)\b/i, 'html'],
  [/<(?:return_code|mch_id|out_trade_no|transaction_id)>/, 'pay'],
  [/<(?:MsgType|ToUserName|Event)>/, 'pushedXml'],
  [/^\s*<(?:xml>|\?xml\b)/i, 'xml'],
  [/"(?:subscribe\w{0,6}|openid|unionid|tagid_list|errcode|errmsg|user_info_list)\\{0,9}"\s{0,9}:/, 'cut'],
];

/** What a text without any answer in it is, as far as its looks tell. */
export function looksOf(text: string, isJson: boolean): OtherText {
  // A page may hold JSON of its own.
  if (isJson && !/^\s*</.test(text)) return 'json';
  return signs.find(([sign]) => sign.test(text))?.[1] ?? 'text';
}
