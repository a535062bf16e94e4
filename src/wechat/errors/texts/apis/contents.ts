import { localized } from '../../../language';
import { type ErrorTexts } from '../errorText';

const compareWithDocumentation = localized(
  "Compare every field of the body with WeChat's documentation of this API: name, type, length.",
  '将请求体的各个字段与该接口的官方文档逐一核对：名称、类型、长度。',
  '將請求主體的各個欄位與該 API 的官方文件逐一核對：名稱、類型、長度。',
);

const convertFile = localized(
  'Convert or shrink the file to what this API takes, then upload it again.',
  '把文件转换或压缩到该接口支持的格式和大小，再重新上传。',
  '把檔案轉換或壓縮到該 API 支援的格式和大小，再重新上傳。',
);

const uploadAgain = localized(
  'Upload the file to this account again, and use the new media_id; that of a temporary file lives three days.',
  '向该账号重新上传素材，并使用新的 media_id；临时素材的 media_id 有效期为三天。',
  '向該帳號重新上傳素材，並使用新的 media_id；暫時素材的 media_id 有效期為三天。',
);

const shorten = localized(
  'Shorten it, or send it in several parts.',
  '缩短内容，或分成几部分发送。',
  '縮短內容，或分成幾部分傳送。',
);

/** What is put into messages and menus: files, links, texts, values of a template. */
export const contentErrors: ErrorTexts = {
  40004: {
    cause: localized(
      'The kind of the media file is invalid.',
      '媒体文件的类型（type）无效。',
      '媒體檔案的類型（type）無效。',
    ),
    nextStep: compareWithDocumentation,
  },
  40005: {
    cause: localized('The format of the file is not allowed.', '文件格式不受支持。', '檔案格式不受支援。'),
    nextStep: convertFile,
  },
  40006: {
    cause: localized('The size of the file is not allowed.', '文件大小不符合要求。', '檔案大小不符合要求。'),
    nextStep: convertFile,
  },
  40007: {
    cause: localized(
      'The media_id is invalid: it has expired, or it belongs to another account.',
      'media_id 无效：已过期，或属于另一个账号。',
      'media_id 無效：已過期，或屬於另一個帳號。',
    ),
    nextStep: uploadAgain,
  },
  40033: {
    cause: localized(
      'The body holds characters that WeChat does not take, such as \\uxxxx in place of Chinese.',
      '请求体中有不合法的字符，例如以 \\uxxxx 代替中文。',
      '請求主體中有不合法的字元，例如以 \\uxxxx 代替中文。',
    ),
    nextStep: localized(
      'Send the JSON as UTF-8 with its characters as they are (JSON_UNESCAPED_UNICODE in PHP, ensure_ascii=False in Python).',
      '以 UTF-8 发送 JSON 且不转义中文（PHP 用 JSON_UNESCAPED_UNICODE，Python 用 ensure_ascii=False）。',
      '以 UTF-8 傳送 JSON 且不跳脫中文（PHP 用 JSON_UNESCAPED_UNICODE，Python 用 ensure_ascii=False）。',
    ),
  },
  40035: {
    cause: localized('A parameter is not allowed.', '参数不合法。', '參數不合法。'),
    nextStep: compareWithDocumentation,
  },
  40036: {
    cause: localized(
      'The template id has a wrong length: it is empty, cut, or has blanks around it.',
      'template_id 长度不对：为空、不完整，或前后有空格。',
      'template_id 長度不對：為空、不完整，或前後有空格。',
    ),
    nextStep: localized(
      "Copy the whole id from the account's template library.",
      '从该账号的模板库中完整复制模板 ID。',
      '從該帳號的範本庫中完整複製範本 ID。',
    ),
  },
  40039: {
    cause: localized('The length of a URL is not allowed.', 'URL 的长度不合法。', 'URL 的長度不合法。'),
    nextStep: compareWithDocumentation,
  },
  40048: {
    cause: localized('The domain of a URL is not allowed.', 'URL 的域名不合法。', 'URL 的網域不合法。'),
    nextStep: compareWithDocumentation,
  },
  40054: {
    cause: localized(
      'The URL of an entry below a menu button is not allowed.',
      '子菜单按钮的 URL 不合法。',
      '子選單按鈕的 URL 不合法。',
    ),
    nextStep: compareWithDocumentation,
  },
  40055: {
    cause: localized(
      'The URL of a menu button is not allowed.',
      '菜单按钮的 URL 不合法。',
      '選單按鈕的 URL 不合法。',
    ),
    nextStep: compareWithDocumentation,
  },
  40155: {
    cause: localized(
      "There is a link to another Official Account's home page in it.",
      '内容中含有其他公众号的主页链接。',
      '內容中含有其他公眾號的主頁連結。',
    ),
    nextStep: localized('Remove that link.', '删除该链接。', '刪除該連結。'),
  },
  41005: {
    cause: localized(
      'No file arrived: the upload is empty or not multipart/form-data.',
      '缺少媒体文件：上传内容为空，或不是 multipart/form-data。',
      '缺少媒體檔案：上傳內容為空，或不是 multipart/form-data。',
    ),
    nextStep: localized(
      'Send the file as multipart/form-data in the field media, with a file name.',
      '以 multipart/form-data 的 media 字段上传文件，并带上文件名。',
      '以 multipart/form-data 的 media 欄位上傳檔案，並帶上檔名。',
    ),
  },
  41006: {
    cause: localized('No media_id arrived.', '缺少 media_id。', '缺少 media_id。'),
    nextStep: uploadAgain,
  },
  41030: {
    cause: localized(
      'The page of the Mini Program does not exist in the version that is online.',
      '小程序的 page 路径不正确：线上版本中没有这个页面。',
      '小程式的 page 路徑不正確：線上版本中沒有這個頁面。',
    ),
    nextStep: localized(
      'Write the path as in app.json, without a leading slash, and publish the version that has the page.',
      '按 app.json 填写路径，开头不带斜杠，并发布含有该页面的版本。',
      '依 app.json 填寫路徑，開頭不帶斜線，並發佈含有該頁面的版本。',
    ),
  },
  44001: {
    cause: localized('The media file is empty.', '媒体文件为空。', '媒體檔案為空。'),
    nextStep: convertFile,
  },
  44003: {
    cause: localized('The article has no content.', '图文消息的内容为空。', '圖文訊息的內容為空。'),
    nextStep: localized('Fill it in.', '填写内容。', '填寫內容。'),
  },
  44004: {
    cause: localized('The text message has no content.', '文本消息的内容为空。', '文字訊息的內容為空。'),
    nextStep: localized('Fill it in.', '填写内容。', '填寫內容。'),
  },
  45001: {
    cause: localized('The media file is too large.', '媒体文件过大。', '媒體檔案過大。'),
    nextStep: convertFile,
  },
  45003: {
    cause: localized('The title is too long.', '标题过长。', '標題過長。'),
    nextStep: shorten,
  },
  45008: {
    cause: localized(
      'There are more articles in one message than are allowed.',
      '一条消息中的图文数量超出上限。',
      '一則訊息中的圖文數量超出上限。',
    ),
    nextStep: shorten,
  },
  46003: {
    cause: localized('The account has no menu.', '该账号没有自定义菜单。', '該帳號沒有自訂選單。'),
    nextStep: localized('Create a menu first.', '先创建自定义菜单。', '先建立自訂選單。'),
  },
  47003: {
    cause: localized(
      'A value of the template is not allowed: too long, empty, or not of the kind that its key stands for. The message names the key.',
      '模板参数的值不合要求：过长、为空，或与关键词的类型不符。错误信息中写明了是哪个关键词。',
      '範本參數的值不合要求：過長、為空，或與關鍵詞的類型不符。錯誤訊息中寫明了是哪個關鍵詞。',
    ),
    nextStep: localized(
      'Correct that value: thing takes 20 characters, number digits only, time and date a date.',
      '修改该值：thing 最多 20 个字符，number 只能是数字，time、date 须为日期时间。',
      '修改該值：thing 最多 20 個字元，number 只能是數字，time、date 須為日期時間。',
    ),
  },
  65303: {
    cause: localized(
      'The account has no default menu, without which there can be no menu for some people only.',
      '该账号没有默认菜单，因此不能创建个性化菜单。',
      '該帳號沒有預設選單，因此不能建立個人化選單。',
    ),
    nextStep: localized('Create the default menu first.', '先创建默认菜单。', '先建立預設選單。'),
  },
  87014: {
    cause: localized(
      'WeChat holds the content for risky or unlawful.',
      '微信判定内容有风险或违法违规。',
      '微信判定內容有風險或違法違規。',
    ),
    nextStep: localized(
      'Refuse or change the content before it is shown.',
      '拦截或修改该内容后再展示。',
      '攔截或修改該內容後再展示。',
    ),
  },
};
