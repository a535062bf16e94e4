// What people type into remarks, tag names and QR codes: none of it may ever be taken for markup, a formula or a path.

export const REMARKS: readonly string[] = [
  '张三(大客户)',
  '李小姐 138****0000',
  '🎉 VIP 👨‍👩‍👧‍👦',
  '<b>bold</b>',
  '<img src=x onerror=alert(1)>',
  '"quoted", \'quoted\'',
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '@SUM(A1:A9)',
  '-2+3',
  'right\u202eto left',
  'bell\u0007 tab\t line\nnext',
  'nul\u0000inside',
  'C:\\temp\\new',
  'a;b,c|d',
  '${7*7} {{7*7}} %s',
  '  spaces around  ',
  'zero\u200bwidth\ufeff',
  'https://example.com/?a=1&b=2',
  '臺灣繁體備註',
];

export const SCENE_STRINGS: readonly string[] = [
  'spring_campaign_2024',
  '门店-深圳南山',
  '0012',
  '🎁抽奖',
  '<script>alert(1)</script>',
  '=1+2',
  '{"shop":7,"by":"张"}',
  'line\nbreak\u0001',
  'a"b\\c/d',
  'abc\u202edef',
];

interface Tag {
  readonly id: number;
  readonly name: string;
}

/** 0, 1 and 2 are the system's own; 2 is the only one of them that people get. Own tags begin at 100. */
export const TAGS: readonly Tag[] = [
  { id: 2, name: '星标组' },
  { id: 100, name: 'VIP 会员' },
  { id: 101, name: '深圳' },
  { id: 102, name: '<i>markup</i>' },
  { id: 103, name: '🎁 抽奖' },
  { id: 104, name: '=1+1' },
  { id: 105, name: '"引号", 逗号' },
  { id: 128, name: 'left\u202eright' },
];
