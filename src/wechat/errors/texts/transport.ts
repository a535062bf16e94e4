import { type TransportReason } from '../fault';
import { localized } from '../../language';
import { type ErrorText } from './errorText';

const retry = localized('Try again in a moment.', '稍后重试。', '稍後重試。');

/** Of the API address in the settings. */
export const addressWithSecrets: ErrorText = {
  cause: localized(
    'The API address holds a user name, a password or a query. Settings are plain text and may be synced, so that nothing secret belongs there. Nothing was sent.',
    'API 地址中带有用户名、密码或查询参数。设置以明文保存，还可能被同步，不应存放机密信息。请求未发出。',
    'API 位址中帶有使用者名稱、密碼或查詢參數。設定以明文儲存，還可能被同步，不應存放機密資訊。請求未送出。',
  ),
  nextStep: localized(
    'Leave only the host and the path in wechatOpenid.apiBaseUrl. If the relay wants a key, give it as a header: edit the account, then Relay Header….',
    '在 wechatOpenid.apiBaseUrl 中只保留主机和路径。若中转服务需要密钥，请改用请求头：编辑公众号，选择“中转请求头…”。',
    '在 wechatOpenid.apiBaseUrl 中只保留主機和路徑。若中繼服務需要金鑰，請改用請求標頭：編輯公眾號，選擇「中繼請求標頭…」。',
  ),
};

/** Why no usable answer of WeChat's arrived. */
export const transportErrors: Readonly<Record<Exclude<TransportReason, 'staleToken'>, ErrorText>> = {
  address: {
    cause: localized(
      'The API address must begin with https:// (plain http is accepted for this machine only). Nothing was sent.',
      'API 地址必须以 https:// 开头（http 仅限本机）。请求未发出。',
      'API 位址必須以 https:// 開頭（http 僅限本機）。請求未送出。',
    ),
    nextStep: localized(
      'Correct the API address in the settings.',
      '在设置中改正 API 地址。',
      '在設定中改正 API 位址。',
    ),
  },
  timeout: {
    cause: localized(
      'WeChat did not answer in time.',
      '微信未在限定时间内返回结果。',
      '微信未在限定時間內回應。',
    ),
    nextStep: localized(
      'Try again; if it stays slow, check the network or allow more time in the settings.',
      '请重试；若一直很慢，检查网络或在设置中调大超时时间。',
      '請重試；若一直很慢，檢查網路或在設定中調大逾時時間。',
    ),
  },
  dns: {
    cause: localized(
      'The host name of the API address cannot be resolved.',
      '无法解析 API 地址的域名。',
      '無法解析 API 位址的網域名稱。',
    ),
    nextStep: localized(
      'Check the network connection, the DNS and the API address in the settings.',
      '检查网络连接、DNS 以及设置中的 API 地址。',
      '檢查網路連線、DNS 以及設定中的 API 位址。',
    ),
  },
  refused: {
    cause: localized(
      'No connection could be made to the API host.',
      '无法连接到 API 服务器。',
      '無法連線到 API 伺服器。',
    ),
    nextStep: localized(
      'Check the network connection, the firewall and the API address in the settings.',
      '检查网络连接、防火墙以及设置中的 API 地址。',
      '檢查網路連線、防火牆以及設定中的 API 位址。',
    ),
  },
  reset: {
    cause: localized(
      'The connection broke before the answer was complete.',
      '连接在收到完整的返回结果之前中断。',
      '連線在收到完整回應之前中斷。',
    ),
    nextStep: retry,
  },
  tls: {
    cause: localized(
      "No secure connection could be made: the server's certificate is not trusted here, or it is not a TLS server.",
      '无法建立安全连接：服务器证书不受信任，或对方并非 TLS 服务。',
      '無法建立安全連線：伺服器憑證不受信任，或對方並非 TLS 服務。',
    ),
    nextStep: localized(
      "Install your company's root certificate in the operating system, or check who intercepts the connection.",
      '将公司的根证书安装到操作系统，或排查是谁截获了连接。',
      '將公司的根憑證安裝到作業系統，或檢查是誰攔截了連線。',
    ),
  },
  proxy: {
    cause: localized(
      'The proxy refused the connection or cannot be reached; WeChat was not asked.',
      '代理拒绝了连接或无法访问，请求没有到达微信。',
      'Proxy 拒絕了連線或無法存取，請求沒有到達微信。',
    ),
    nextStep: localized(
      "Check http.proxy and the proxy's user name and password in VS Code's settings.",
      '检查 VS Code 设置中的 http.proxy 以及代理的用户名和密码。',
      '檢查 VS Code 設定中的 http.proxy 以及 Proxy 的使用者名稱和密碼。',
    ),
  },
  redirect: {
    cause: localized(
      'The answer points to another host, which is never followed, so that the access token stays with WeChat. It may be the sign-in page of this network.',
      '返回结果要求跳转到其他主机。为避免泄露 access_token，未执行跳转。这可能是当前网络的登录页。',
      '回應要求重新導向到其他主機。為避免洩漏 access_token，因此不會跟隨重新導向。這可能是目前網路的登入頁。',
    ),
    nextStep: localized(
      'Sign in to the network, or correct the API address in the settings.',
      '登录当前网络，或在设置中改正 API 地址。',
      '登入目前網路，或在設定中改正 API 位址。',
    ),
  },
  status: {
    cause: localized(
      'The API host answered with HTTP status {status}, which WeChat itself hardly ever does.',
      'API 服务器返回了 HTTP 状态 {status}，微信自身几乎不会这样返回。',
      'API 伺服器傳回了 HTTP 狀態 {status}，微信自身幾乎不會如此回應。',
    ),
    nextStep: localized(
      'Try again; if it stays, check the API address or the relay in the settings.',
      '请重试；若仍如此，检查设置中的 API 地址或中转服务。',
      '請重試；若仍如此，檢查設定中的 API 位址或中繼服務。',
    ),
  },
  tooLarge: {
    cause: localized(
      'The answer is larger than 16 MB and was not read.',
      '返回结果超过 16 MB，未予读取。',
      '回應超過 16 MB，未予讀取。',
    ),
    nextStep: localized(
      "Check that the API address in the settings is WeChat's or your relay's.",
      '检查设置中的 API 地址是否为微信或你的中转服务。',
      '檢查設定中的 API 位址是否為微信或你的中繼服務。',
    ),
  },
  unreadable: {
    cause: localized(
      'The answer cannot be read: it is not the JSON that this call answers with.',
      '返回结果无法识别：不是该接口应返回的 JSON。',
      '回應無法識別：不是該 API 應傳回的 JSON。',
    ),
    nextStep: localized(
      'Try again; if it stays, check the API address, the relay or the proxy.',
      '请重试；若仍如此，检查 API 地址、中转服务或代理。',
      '請重試；若仍如此，檢查 API 位址、中繼服務或 Proxy。',
    ),
  },
};
