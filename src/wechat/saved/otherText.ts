import { type OtherObject } from './whatItIs';

/** What stands in a text beside answers, or instead of them. */
export type OtherText =
  | OtherObject
  | 'cut' // half an answer
  | 'damaged' // an answer whose JSON nobody can mend
  | 'rowWithoutOpenid'
  | 'tooLong'
  | 'blank'
  | 'html'
  | 'pushedXml' // a message or event that WeChat pushes to servers
  | 'xml'
  | 'json'
  | 'text';

const signs: readonly (readonly [RegExp, OtherText])[] = [
  [/^\s*$/, 'blank'],
  [/<(?:!doctype\s+html|html|head|body)\b/i, 'html'],
  [/<(?:return_code|mch_id|out_trade_no|transaction_id)>/, 'pay'],
  [/<(?:MsgType|ToUserName|Event)>/, 'pushedXml'],
  [/<xml>|<\?xml\b/i, 'xml'],
  [/"\w+\\*"\s*:/, 'cut'],
];

/** What a text without any answer in it is, as far as its looks tell. */
export function otherText(text: string, holdsJson: boolean): OtherText {
  // A page may hold JSON of its own.
  if (holdsJson && !/^\s*</.test(text)) return 'json';
  return signs.find(([sign]) => sign.test(text))?.[1] ?? 'text';
}
