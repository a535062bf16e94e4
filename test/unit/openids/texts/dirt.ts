import { ada, bo, type Sample, union } from '../samples';

const half = ada.slice(0, 14);
const rest = ada.slice(14);

/** Dirt within values, and hostile characters anywhere. */
export const dirtTexts: readonly Sample[] = [
  {
    name: 'blanks within the quotes',
    text: `[" ${ada}","${bo}\u3000"]`,
    found: [ada, bo],
    cleaned: { spaces: 2 },
  },
  {
    name: 'escaped line breaks within the quotes',
    text: `["${ada}\\r\\n","\\r${bo}"]`,
    found: [ada, bo],
    cleaned: { lineBreaks: 2 },
  },
  { name: 'escaped tabs', text: `{"openid":"\\t${ada}\\t"}`, found: [ada], cleaned: { spaces: 1 } },
  {
    name: 'zero-width characters around',
    text: `["\u200b${ada}\u200d"]`,
    found: [ada],
    cleaned: { zeroWidth: 1 },
  },
  {
    name: 'zero-width characters inside',
    text: `${half}\u200b${rest} x`,
    found: [ada],
    cleaned: { zeroWidth: 1 },
    offsets: [0],
  },
  {
    name: 'escaped zero-width characters inside',
    text: `{"openid":"\\u200b${half}\\u200b${rest}"}`,
    found: [ada],
    cleaned: { zeroWidth: 1 },
    offsets: [17],
  },
  { name: 'byte order marks', text: `\ufeff["\ufeff${ada}"]`, found: [ada], cleaned: { byteOrderMark: 1 } },
  {
    name: 'quotes within the quotes',
    text: `["'${ada}'", "\\"${bo}\\""]`,
    found: [ada, bo],
    cleaned: { quotes: 2 },
  },
  { name: 'full-width quotes', text: `[“${ada}”, ＂${bo}＂]`, found: [ada, bo], cleaned: { quotes: 2 } },
  {
    name: 'brackets and commas within the quotes',
    text: `["[${ada}]", "${bo},"]`,
    found: [ada, bo],
    cleaned: { brackets: 1, separators: 1 },
  },
  {
    name: 'NUL and control characters',
    text: `["${ada}\0", "${bo}\\u0007"]`,
    found: [ada, bo],
    cleaned: { controls: 2 },
  },
  {
    name: 'blanks inside an openid, which are not removed',
    text: `["${half} ${rest}"]`,
    found: [`${half} ${rest}`],
  },
  {
    name: 'an emoji inside an openid, which is not removed',
    text: `["${half}😀${rest}"]`,
    found: [`${half}😀${rest}`],
  },
  {
    name: 'lone surrogates, of which none is an openid',
    text: `\ud800 ${ada} \udfff {"openid":"\ud83d"} [`,
    found: [ada],
  },
  {
    name: 'brackets that fit nothing',
    text: `}]){"unionids":("${union}" ]]] "openid":["odd"}}} ${ada}`,
    found: ['odd', ada],
  },
  { name: 'a smiley in a list', text: `["${ada}", "hi :(", "${bo}"]`, found: [ada, bo] },
  { name: 'strings too long for an openid', text: `["${'a1'.repeat(65)}", "${ada}"]`, found: [ada] },
  { name: 'markup', text: `["<img src=x onerror=alert(1)>", "${ada}"]`, found: [ada] },
  { name: 'quotes that never close', text: `{"secret":"${union}\n"openid":"${ada}`, found: [ada] },
];
