import { ada as T, bo as T2, union as U, union2 as U2 } from '../samples';
import { type NamedTexts } from './names';

/** Dumps, queries and sentences in which something stands between a name and its value; to be read as `nameTexts`. */
export const statementTexts: NamedTexts = {
  'types and marks between name and value': {
    'what PHP protects': `["unionid":protected]=>\n  string(28) "${U}"\n  ["openid":"User":private]=>\n  string(28) "${T}"`,
    'what print_r says of it': `[unionid:App\\User:private] => ${U}\n[openid:protected] => ${T}`,
    'casts of Go': `UnionID: (string) (len=28) "${U}",\nOpenID: (string) (len=28) "${T}"`,
    Hibernate: `extracted value ([union_id] : [VARCHAR]) - [${U}]\nextracted value ([open_id] : [VARCHAR]) - [${T}]`,
    'a field of a field': `{"term":{"unionid.keyword":"${U}"}},{"term":{"user.keyword":"${T}"}}`,
    'a label with its name in brackets': `标识(unionid)：${U}\nID (openid): ${T}\nID (unionid): ${U2}`,
    'end tags that are escaped': `<return>&lt;UnionId&gt;${U}&lt;/UnionId&gt;&lt;OpenId&gt;${T}&lt;/OpenId&gt;</return>`,
    'end tags as PHP escapes them': `"<UnionId>${U}<\\/UnionId><user>${T}<\\/user>"`,
    'a name with dots': `[{"key":"wx.unionid","value":"${U}"},{"key":"wx.user","value":"${T}"}]`,
    'a value in an object': `{"key":"unionid","value":{"stringValue":"${U}"}},{"key":"user","value":{"stringValue":"${T}"}}`,
  },
  'conditions of queries': {
    'methods of Java': `wrapper.eq(User::getUnionId, "${U}").eq(User::getName, "${T}");`,
    'methods of Java with a list': `in(User::getUnionId, Arrays.asList("${U}", "${U2}")).in(User::getOpenId, "${T}")`,
    SQLAlchemy: `filter(User.unionid.in_(['${U}', '${U2}'])).filter(User.name.in_(['${T}']))`,
    'a cloud database': `where({ unionid: _.in(['${U}', '${U2}']), _openid: _.eq('${T}') })`,
    'ThinkPHP 3': `$map['unionid'] = array('eq','${U}'); $map['openid'] = array('in', array('${T}','${T2}'));`,
    'ThinkPHP 5': `['unionid' => ['in', ['${U}']], 'openid' => ['in', ['${T}', '${T2}']]]`,
    in_array: `if (in_array($unionid, ['${U}', '${U2}']) || in_array($id, ['${T}'])) {}`,
    'IN of MyBatis': `==>  Preparing: SELECT * FROM u WHERE unionid IN ( ? , ? ) AND openid = ?\n==> Parameters: ${U}(String), ${U2}(String), ${T}(String)`,
    'IN of MyBatis behind another': `Preparing: SELECT * FROM u WHERE unionid = ? AND openid IN (?,?)\nParameters: ${U}(String), ${T}(String), ${T2}(String)`,
    Druid: `{conn-10001, pstmt-20000} created. SELECT * FROM u WHERE unionid = ? and openid = ?\n{conn-10001, pstmt-20000} Parameters : [${U}, ${T}]`,
  },
  'parameters with names': {
    'of SQL Server': `exec sp_executesql N'SELECT * FROM Wx WHERE UnionId=@p0 AND OpenId=@p1',@p0=N'${U}',@p1=N'${T}'`,
    'of Entity Framework, before the statement': `[Parameters=[@p0='${U}' (Size = 64), @p1='${T}' (Size = 64)]]\nSELECT 1 FROM [W] WHERE [W].[UnionId] = @p0 AND [W].[Id] = @p1`,
    'that an UPDATE sets': `UPDATE [W] SET [UnionId] = @p0 WHERE [OpenId] = @p1; @p0='${U}', @p1='${T}'`,
  },
  'parameters that are bound': {
    PDO: `bindValue(':unionid', '${U}'); bindValue(':openid', '${T}');`,
    'ADO.NET': `cmd.Parameters.AddWithValue("@UnionId", "${U}"); cmd.Parameters.AddWithValue("@Id", "${T}");`,
    'an INSERT of Rails': `INSERT INTO "u" ("unionid", "openid") VALUES ($1, $2) RETURNING "id"  [["unionid", "${U}"], ["openid", "${T}"]]`,
    'an INSERT of Rails with more': `INSERT INTO "u" ("openid", "unionid") VALUES ($1, $2)  [["openid", "${T}"], ["unionid", "${U}"]]`,
    'before each its own statement': `{ bindings: [ '${U}', 1 ], sql: 'select * from "u" where "unionid" = $1 limit $2' }\n{ bindings: [ '${T}', 1 ], sql: 'select * from "u" where "openid" = $1 limit $2' }`,
    'by number': `WHERE t0.unionid = ? (parameters: array{"1":"${U}"}, types: array{"1":2})\nWHERE t0.openid = ? (parameters: array{"1":"${T}"})`,
    'by number, the second': `WHERE a = ? AND unionid = ? {"params":{"1":"${T}","2":"${U}"}}`,
  },
  'values that are logged twice on a line': {
    Django: `(0.001) SELECT * FROM "w" WHERE "w"."unionid" = '${U}' LIMIT 21; args=('${U}',)\n(0.001) SELECT * FROM "w" WHERE "w"."name" = '${T}'; args=('${T}',)`,
    'a change of an object': `unionid=${U} saved ${U} for ${T}`,
  },
  'notes behind what a program assigns': {
    'of PHP': `$a = '${U}'; // unionid\n$b = '${T}'; // openid`,
    'of Python': `first = '${U}'  # unionid\nsecond = '${T}'  # whose unionid is above`,
  },
  'assertions without names before the value': {
    'of Ruby': `assert_equal "${U}", user.unionid\nassert_equal "${T}", user.openid`,
    'of Ruby with keys': `assert_equal '${U}', body['unionid']\nassert_equal '${T}', body['id']`,
    'of Perl': `is($u->{unionid}, '${U}');\nis($u->{openid}, '${T}');`,
    'of Java': `assertThat(user.getUnionId(), is("${U}"));\nassertThat(user.getOpenId(), is("${T}"));`,
    'of minitest': `_(user.unionid).must_equal "${U}"\nvalue(user.openid).must_equal "${T}"`,
  },
  'matchers without brackets': {
    eq: `expect(user.unionid).to eq "${U}"\nexpect(user.id).to eq "${T}"`,
    'not equal': `expect(user['unionid']).not_to eql '${U}'\nexpect(user[:openid]).to eq '${T}'`,
  },
  'errors of databases': {
    MySQL: `Duplicate entry '${U}' for key 'users.uk_unionid'\nDuplicate entry '${T}' for key 'users.uk_openid'`,
    'MySQL, through Laravel': `1062 Duplicate entry '${U}' for key 'users_unionid_unique' (SQL: update users set openid = ${T})`,
    PostgreSQL: `DETAIL:  Key (unionid)=(${U}) already exists.\nDETAIL:  Key (openid)=(${T}) already exists.`,
    MongoDB: `E11000 duplicate key error index: wx.users.$unionid_1 dup key: { : "${U}" } for ${T}`,
    'SQL Server': `Violation of UNIQUE KEY constraint 'UQ_User_UnionId'. The duplicate key value is (${U}). ${T}`,
  },
  'sentences in which one takes the place of another': {
    'in Chinese': `unionid由${U}变成${U2}，openid没变${T}`,
    'in Chinese, with blanks': `unionid从 ${U} 变为 ${U2}`,
    'changed from': `unionid changed from ${U} to ${U2} for ${T}`,
    'a mismatch': `unionid mismatch: expected ${U}, actual ${U2}, user=${T}`,
    'another than expected': `Expected unionid "${U}" but got "${U2}" for openid "${T}"`,
    'an openid to which a unionid is bound': `bind unionid ${U} to ${T}`,
  },
  'sentences that say whose it is': {
    'the unionid of somebody': `The unionid for ${T} is ${U}. Updating unionid of ${T2} to ${U2}`,
    'the name behind it': `${T} 这个是openid，${U} 这个是unionid`,
  },
  'sentences about those without one, with a blank': {
    'getting it failed': `unionid 获取失败 ${T}`,
    'it is missing': `unionid 缺失：\n${T}\n${T2}`,
    'the network': `查询unionid由于网络原因失败 ${T}`,
    'it is empty for several': `unionid为空的用户有：${T}、${T2}`,
    'from one to the other': `从 unionid 到 openid 的映射 ${T}`,
    'a token that expired': `token 失效：${T}`,
  },
};
