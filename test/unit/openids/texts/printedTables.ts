import { ada as T, bo as T2, union as U, union2 as U2 } from '../samples';
import { type NamedTexts } from './names';

/** Tables as programs print them; to be read as `nameTexts`. */
export const printedTableTexts: NamedTexts = {
  'tables of box characters': {
    ClickHouse: `┌─openid───────────────────────┬─unionid──────────────────────┐\n│ ${T} │ ${U} │\n│ ${T2} │ ${U2} │\n└──────────────────────────────┴──────────────────────────────┘\n\n2 rows in set.`,
    'ClickHouse, with numbers': `   ┌─unionid──────────────────────┬─user─────────────────────────┐\n1. │ ${U} │ ${T} │\n   └──────────────────────────────┴──────────────────────────────┘`,
    DuckDB: `┌──────────────────────────────┬──────────────────────────────┐\n│           unionid            │             user             │\n├──────────────────────────────┼──────────────────────────────┤\n│ ${U} │ ${T} │\n└──────────────────────────────┴──────────────────────────────┘`,
    'double lines': `╔════════╦═════════╗\n║ openid ║ unionid ║\n╠════════╬═════════╣\n║ ${T} ║ ${U} ║\n╚════════╩═════════╝`,
    'names and values': `│ openid  │ ${T} │\n│ unionid │ ${U} │`,
    'no table but a tree': `├─ openid: ${T}\n└─ unionid: ${U}`,
  },
  'a single column': {
    MySQL: `mysql> select unionid from u;\n+------------------------------+\n| unionid                      |\n+------------------------------+\n| ${U} |\n| ${U2} |\n+------------------------------+\n2 rows in set\nlooked up ${T}`,
    Markdown: `| unionid |\n|---|\n| ${U} |\n| ${U2} |\n\n${T}`,
    psql: `wx=# select unionid from u;\n           unionid            \n------------------------------\n ${U}\n ${U2}\n(2 rows)\nlooked up ${T}`,
    ClickHouse: `┌─unionid──────────────────────┐\n│ ${U} │\n└──────────────────────────────┘\n${T}`,
  },
  'a first column without a name': {
    pandas: `                         openid                       unionid  subscribe\n0  ${T}  ${U}          1\n1  ${T2}  ${U2}          0\n`,
    'pandas, with one known column': `                       unionid  cnt\n0 ${U}    2\n1 ${U2}    3\n`,
    'CSV of pandas': `,unionid\n0,${U}\n1,${U2}\n`,
    'a spreadsheet': `\topenid\tunionid\n1\t${T}\t${U}\n2\t${T2}\t${U2}`,
  },
  'names of columns in other forms': {
    'on two lines': `"用户\nOpenID"\t"用户\nUnionID"\n${T}\t${U}`,
    'on two lines, in CSV': `"昵称","公众号\nopenid","开放平台\nunionid"\n"小明","${T}","${U}"\n`,
    'between double bars': `||No.||openid||unionid||\n|1|${T}|${U}|\n|2|${T2}|${U2}|\n`,
  },
  'lines of a diff': {
    'a list': `--- a/fans.txt\n+++ b/fans.txt\n@@ -1,2 +1,2 @@\n-${T}\n+${T2}\n`,
    settings: `-unionid=${U}\n+unionid=${U2}\n-${T}`,
    CSV: `@@ -1,2 +1,2 @@\n openid,unionid\n-${T},${U}\n+${T2},${U2}`,
  },
};
