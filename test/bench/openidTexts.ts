/** The forms in which people hold openids, each as a text of about `length` characters. */
export function openidTexts(length: number): { readonly form: string; readonly text: string }[] {
  const list = (
    form: string,
    [before, row, after]: readonly [string, (openid: string, index: number) => string, string],
  ) => {
    const rows: string[] = [];
    let size = before.length + after.length;
    for (let index = 0; size < length; index++) {
      const text = row(openidAt(index), index);
      rows.push(text);
      size += text.length;
    }
    return { form, text: before + rows.join('') + after };
  };
  return [
    list('one a line', ['', openid => `${openid}\n`, '']),
    list('JSON list', ['["', openid => `${openid}","`, 'end"]']),
    list('JavaScript array', ['const list = [', openid => `'${openid}', `, "'end'];"]),
    list('JSON, comments', ['[', (openid, i) => `"${openid}", // ${i}\n`, ']']),
    list('saved answer', [
      '{"user_info_list":[',
      (openid, i) => `{"subscribe":1,"openid":"${openid}","subscribe_time":${1.7e9 + i},"remark":"用户"},`,
      '{}]}',
    ]),
    list('JSON objects', ['[', (openid, i) => `{"id":${i},"openid":"${openid}","name":"用户 ${i}"},`, '{}]']),
    list('NDJSON', [
      '',
      (openid, i) => `{"openid":"${openid}","unionid":"oUnion${openid.slice(6)}","n":${i}}\n`,
      '',
    ]),
    list('CSV', ['id,openid,remark\n', (openid, i) => `${i},${openid},"a, ""b"""\n`, '']),
    list('TSV', ['id\topenid\tremark\n', (openid, i) => `${i}\t${openid}\ta b\n`, '']),
    list('SQL', ['SELECT * FROM fans WHERE openid IN (', openid => `'${openid}', `, "'')"]),
    list('XML', ['', openid => `<xml><FromUserName><![CDATA[${openid}]]></FromUserName></xml>\n`, '']),
    list('URLs in a log', [
      '',
      (openid, i) => `10.0.0.1 - - "GET /u?openid=${openid}&n=${i} HTTP/1.1" 200\n`,
      '',
    ]),
    list('free text', [
      '',
      (openid, i) => `2026-01-01 info user ${openid} followed, scene ${i}; nothing more to say\n`,
      '',
    ]),
  ];
}

function openidAt(index: number): string {
  return `oBench${index.toString(36).padStart(22, 'A')}`;
}
