import { ada as T, bo as T2, union as U, union2 as U2 } from '../samples';
import { type NamedTexts } from './names';

/** Several values that one name stands before; to be read as `nameTexts`. */
export const namedListTexts: NamedTexts = {
  'lists under one name': {
    'Java collections': `List<String> unionIds = Arrays.asList("${U}", "${U2}"); ids = List.of("${T}", "${T2}");`,
    Kotlin: `val unionIds = listOf("${U}", "${U2}")\nval ids = listOf("${T}")`,
    Go: `unionIDs := []string{"${U}", "${U2}"}\nids := []string{"${T}", "${T2}"}`,
    Rust: `let unionids = vec!["${U}", "${U2}"]; let ids = vec!["${T}"];`,
    TypeScript: `const unionIds: string[] = ["${U}", "${U2}"]; const ids: Array<string> = ["${T}"];`,
    'PHP code': `$unionids = array('${U}', '${U2}'); $ids = array('${T}');`,
    'PHP var_export': `'unionids' => \n  array (\n    0 => '${U}',\n    1 => '${U2}',\n  ),\n  'ids' =>\n  array (\n    0 => '${T}',\n  ),`,
    'PHP print_r': `[unionids] => Array\n    (\n        [0] => ${U}\n        [1] => ${U2}\n    )\n\n[ids] => Array\n    (\n        [0] => ${T}\n    )`,
    'PHP var_dump': `["unionids"]=>\n  array(2) {\n    [0]=>\n    string(28) "${U}"\n    [1]=>\n    string(28) "${U2}"\n  }\n  ["ids"]=>\n  array(1) {\n    [0]=>\n    string(28) "${T}"\n  }`,
    'a set of Node': `unionids: Set(2) { '${U}', '${U2}' }, ids: Set(1) { '${T}' }`,
    'a console': `unionids: (2) ["${U}", "${U2}"]\nids: (1) ["${T}"]`,
    'a console, unfolded': `▼ unionids: Array(2)\n    0: "${U}"\n    1: "${U2}"\n    length: 2\n▼ ids: Array(1)\n    0: "${T}"`,
    'three quotes': `unionids = """\n${U}\n${U2}\n"""\nids = """\n${T}\n"""`,
    commas: `WX_UNIONIDS=${U},${U2}\nWX_IDS=${T},${T2}`,
    'commas and blanks': `unionid: ${U}, ${U2}, user: ${T}`,
    'Chinese commas': `unionid：${U}、${U2}；openid：${T}、${T2}`,
    lines: `unionids:\n${U}\n${U2}\nopenids:\n${T}\n${T2}`,
    'lines under a sentence': `麻烦看下这几个 openid\n${T}\n${T2}\n\n对应的 unionid 是\n${U}\n${U2}`,
    'lines that follow': `用户的unionid如下：\n${U}\n${U2}\nopenid如下：\n${T}\n${T2}`,
    'numbered lines': `unionid：\n1. ${U}\n2. ${U2}\nuser ${T}`,
    'lines with the names of people': `unionid：\n小明 ${U}\n小红 ${U2}\n`,
    'an openid after a unionid': `unionid=${U},${T}`,
    'nothing under the name': `unionid:\n12:30:45 user ${T}`,
  },
  'names and values in turn': {
    'with a slash': `openid/unionid：${T} / ${U}`,
    'unionid first': `unionid/openid: ${U}/${T}`,
    'in a sentence': `unionid 和 openid 分别是 ${U} ${T}`,
    'in a sentence with a colon': `openid和unionid分别为：${T}，${U}`,
    PostgreSQL: `DETAIL:  Key (openid, unionid)=(${T}, ${U}) already exists.`,
  },
  'CASE of SQL': {
    'of one column': `SET unionid = CASE openid WHEN '${T}' THEN '${U}' WHEN '${T2}' THEN '${U2}' END WHERE id IN (1, 2)`,
    'of two columns': `SET unionid = CASE id WHEN 1 THEN '${U}' END, openid = CASE id WHEN 1 THEN '${T}' END`,
    'with conditions': `SET \`unionid\` = (CASE WHEN openid = '${T}' THEN '${U}' ELSE unionid END), x = '${T2}'`,
  },
};
