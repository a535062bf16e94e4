import { ada, type Sample } from './samples';

/** Texts that look like a print and are none, or that are cut. */
export const noAnswers: readonly Sample[] = [
  { name: 'a type', text: 'interface User { openid: string; subscribe: number }', others: ['text'] },
  { name: 'code', text: 'const x = { openid: user.openid, subscribe: user.subscribe };', others: ['text'] },
  { name: 'a placeholder', text: '{openid: OPENID, subscribe: 1}', others: ['text'] },
  { name: 'prose in brackets', text: "see (it's openid, not unionid) [note] {x}", others: ['text'] },
  { name: 'half a dictionary', text: `{'subscribe': 1, 'openid': '${ada}', 'remark': 'x`, others: ['cut'] },
  { name: 'half of what Lombok prints', text: `User(subscribe=1, openid=${ada}, remark=`, others: ['cut'] },
  {
    name: 'half of what print_r prints',
    text: `Array\n(\n    [subscribe] => 1\n    [openid] => ${ada}\n`,
    others: ['cut'],
  },
  {
    name: 'a hash in which something is wrong',
    text: `{"subscribe"=>1, "openid"=>"${ada}" oops here, "x"=>1}`,
    others: ['garbled'],
  },
];
