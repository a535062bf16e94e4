import { ada, bo, cy, type Sample, short, union, union2 } from '../samples';

/** Selections that begin or end in the middle of something. */
export const cutTexts: readonly Sample[] = [
  { name: 'a list without its beginning', text: `"${ada}","odd","${bo}"]`, found: [ada, 'odd', bo] },
  { name: 'a list without its end', text: `["odd","${ada}","${bo}"`, found: ['odd', ada, bo] },
  {
    name: 'a list cut within its first and its last openid',
    text: `${ada.slice(5)}","${bo}","${cy.slice(0, 20)}`,
    found: [bo],
  },
  { name: 'a list cut right inside the quotes', text: `${ada}","${bo}","${cy}`, found: [ada, bo, cy] },
  { name: 'an openid of which the closing quote is missing', text: `{"openid":"${ada}`, found: [ada] },
  { name: 'an openid that is cut', text: `{"openid":"${short}`, found: [], cleaned: { cut: 1 } },
  ...['d":"', 'id":"', 'nid": "', '":"', '"', ''].map(rest => ({
    name: `an object cut within ${rest === '' ? 'or before a value' : `a key, of which ${rest} is left`}`,
    text: `${rest}${union}","openid":"${ada}","uni`,
    found: [ada],
    cleaned: { cut: 1 },
  })),
  { name: 'an object cut within its openid key', text: `d":"${ada}","unionid":"${union}"}`, found: [ada] },
  ...['nionid', 'ionid', 'ionId', 'onid', 'ionids'].map(key => ({
    name: `an object cut within a key that was a unionid's: ${key}`,
    text: `${key}":"${union}","customer":"${ada}"}`,
    found: [ada],
  })),
  { name: 'an object cut after its never-key', text: `unionid":"${union}","openid":"${ada}`, found: [ada] },
  { name: 'a unionid that is cut', text: `"openid":"${ada}","unionid":"${union.slice(0, 12)}`, found: [ada] },
  {
    name: 'a table cut within its last row',
    text: `id,openid,name\n1,${ada},x\n2,${short}`,
    found: [ada],
    cleaned: { cut: 1 },
  },
  {
    name: 'a table cut within the openid of its last row, the last cell',
    text: `id,openid\n1,${ada}\n2,${short}`,
    found: [ada],
    cleaned: { cut: 1 },
  },
  {
    name: 'a table cut before the openid of its last row',
    text: `id,openid,name\n1,${ada},x\n2`,
    found: [ada],
  },
  {
    name: 'lines cut at both ends',
    text: `${ada.slice(3)}\n${bo}\n${cy}\n${short}`,
    found: [bo, cy],
    cleaned: { cut: 2 },
  },
  {
    name: 'lines with an odd one at the end, which has its line break',
    text: `${ada}\n${bo}\n${short}\n`,
    found: [ada, bo, short],
  },
  {
    name: 'tuples of SQL without their columns',
    text: `'${ada}', 3),\n(2, '${bo}', 4),\n(3, '${cy.slice(0, 8)}`,
    found: [ada, bo],
  },
  { name: 'the middle of an IN list', text: `'${ada}', 'odd', '${bo}'`, found: [ada, 'odd', bo] },
  { name: 'an IN list cut at its end', text: `openid IN ('${ada}', '${short}`, found: [ada] },
  {
    name: 'the last tuple of an INSERT, cut',
    text: `INSERT INTO t (openid, unionid) VALUES ('${ada}', '${union}'), ('${short}`,
    found: [ada],
    cleaned: { cut: 1 },
  },
  { name: 'XML cut before an end tag', text: `<FromUserName><![CDATA[${ada}]]></From`, found: [ada] },
  { name: 'XML cut within an openid', text: `<xml><openid>${short}`, found: [], cleaned: { cut: 1 } },
  {
    name: 'a URL cut within its last parameter',
    text: `penid=${ada}&unionid=${union.slice(0, 10)}`,
    found: [ada],
  },
  { name: 'a single openid', text: ada, found: [ada] },
  { name: 'a single openid with the quote before it', text: `"${ada}`, found: [ada] },
  { name: 'a piece of an openid', text: short, found: [] },
  { name: 'an escape cut in two', text: `u200b","${ada}\\`, found: [ada] },
  { name: 'a list of unionids without its end', text: `"unionids":["${union}","${union2}","oc`, found: [] },
];
