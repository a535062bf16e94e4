interface Tag {
  readonly id: number;
  readonly name: string;
}

/** What people typed into remarks, tag names and QR codes. */
export interface Texts {
  readonly remarks: readonly string[];
  readonly sceneStrings: readonly string[];
  /** 0, 1 and 2 are the system's own; 2 is the only one of them that people get. Own tags begin at 100. */
  readonly tags: readonly Tag[];
}

const REMARKS: readonly string[] = [
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

const SCENE_STRINGS: readonly string[] = [
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

const TAGS: readonly Tag[] = [
  { id: 2, name: '星标组' },
  { id: 100, name: 'VIP 会员' },
  { id: 101, name: '深圳' },
  { id: 102, name: '<i>markup</i>' },
  { id: 103, name: '🎁 抽奖' },
  { id: 104, name: '=1+1' },
  { id: 105, name: '"引号", 逗号' },
  { id: 128, name: 'left\u202eright' },
];

/** None of it may ever be taken for markup, a formula or a path. */
export const HOSTILE: Texts = { remarks: REMARKS, sceneStrings: SCENE_STRINGS, tags: TAGS };

/** As accounts have it whose people mean no harm: for who looks at the extension for the first time. */
export const ORDINARY: Texts = {
  remarks: [
    '张三（大客户）',
    '李小姐 138****0000',
    '已发样品',
    '门店店长 王敏',
    '售后群主',
    'KOL 小林',
    '臺北分店 陳先生',
    '开票信息已留',
    '🎉 周年活动中奖',
    '待回访',
  ],
  sceneStrings: [
    'spring_campaign_2024',
    '门店-深圳南山',
    '门店-上海徐汇',
    '0012',
    '展会-2025',
    '老带新',
    'order_success',
  ],
  tags: [
    { id: 2, name: '星标组' },
    { id: 100, name: 'VIP 会员' },
    { id: 101, name: '深圳' },
    { id: 102, name: '上海' },
    { id: 103, name: '🎁 抽奖' },
    { id: 104, name: '已购买' },
    { id: 105, name: '经销商' },
    { id: 128, name: '内部测试' },
  ],
};
