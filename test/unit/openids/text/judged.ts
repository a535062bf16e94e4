import { Values } from '../../../../src/openids/text/values';
import { Heard } from '../heard';
import { ada } from '../samples';

/** What is done with a value that stands between others. */
export function judged(value: string, how: (values: Values, start: number, end: number) => boolean) {
  const heard = new Heard();
  const text = `x ${value} x`;
  const taken = how(new Values(text, heard), 2, 2 + value.length);
  return { taken, found: heard.found, leftOut: heard.leftOut, cut: heard.cut };
}

/** Of the usual shape, but named as manuals do. */
export const standIn = `${ada.slice(0, 20)}xxxxXXXX`;

export const nothing = { found: [], leftOut: [], cut: 0 };
/** One value is called an openid and is none. */
export const noOpenid = { found: [], leftOut: [['notOpenid', '', 2]], cut: 0 };
