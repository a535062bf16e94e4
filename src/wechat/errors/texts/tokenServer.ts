import { type TransportReason } from '../fault';
import { localized } from '../../language';
import { type ErrorText } from './errorText';

const askTeam = localized(
  'Ask those who run the token server, or try again in a moment.',
  '请联系负责中控服务器的同事，或稍后重试。',
  '請聯絡負責中控伺服器的同事，或稍後重試。',
);

const checkAddress = localized(
  'Check its address by Edit Official Account….',
  '用“编辑公众号…”检查它的地址。',
  '用「編輯公眾號…」檢查它的位址。',
);

const checkEntries = localized(
  'Check its address and header by Edit Official Account…, or ask those who run it.',
  '用“编辑公众号…”检查它的地址和请求头，或联系负责它的同事。',
  '用「編輯公眾號…」檢查它的位址和請求標頭，或聯絡負責它的同事。',
);

/** Why no access token came from an account's token server. WeChat was not asked. */
export const tokenServerErrors: Readonly<Record<TransportReason, ErrorText>> = {
  address: {
    cause: localized(
      'The address of the token server must begin with https:// (plain http is accepted for this machine only) and hold no password. Nothing was sent.',
      '中控服务器的地址必须以 https:// 开头（http 仅限本机），且不能带密码。请求未发出。',
      '中控伺服器的位址必須以 https:// 開頭（http 僅限本機），且不能帶密碼。請求未送出。',
    ),
    nextStep: checkAddress,
  },
  timeout: {
    cause: localized(
      'The token server did not answer in time.',
      '中控服务器未在限定时间内应答。',
      '中控伺服器未在限定時間內回應。',
    ),
    nextStep: askTeam,
  },
  dns: {
    cause: localized(
      'The host name of the token server cannot be resolved.',
      '无法解析中控服务器的域名。',
      '無法解析中控伺服器的網域名稱。',
    ),
    nextStep: localized(
      'Check the network (a VPN may be needed), and its address by Edit Official Account….',
      '检查网络（可能需要 VPN），并用“编辑公众号…”检查它的地址。',
      '檢查網路（可能需要 VPN），並用「編輯公眾號…」檢查它的位址。',
    ),
  },
  refused: {
    cause: localized(
      'No connection could be made to the token server.',
      '无法连接到中控服务器。',
      '無法連線到中控伺服器。',
    ),
    nextStep: localized(
      'Check the network (a VPN may be needed) and whether the server runs.',
      '检查网络（可能需要 VPN），并确认服务器正在运行。',
      '檢查網路（可能需要 VPN），並確認伺服器正在執行。',
    ),
  },
  reset: {
    cause: localized(
      'The connection to the token server broke before its answer was complete.',
      '与中控服务器的连接在收到完整应答之前中断。',
      '與中控伺服器的連線在收到完整回應之前中斷。',
    ),
    nextStep: askTeam,
  },
  tls: {
    cause: localized(
      'No secure connection could be made to the token server: its certificate is not trusted here, or it is not a TLS server.',
      '无法与中控服务器建立安全连接：证书不受信任，或对方并非 TLS 服务。',
      '無法與中控伺服器建立安全連線：憑證不受信任，或對方並非 TLS 服務。',
    ),
    nextStep: localized(
      "Install your company's root certificate in the operating system, or correct the address by Edit Official Account….",
      '将公司的根证书安装到操作系统，或用“编辑公众号…”改正地址。',
      '將公司的根憑證安裝到作業系統，或用「編輯公眾號…」改正位址。',
    ),
  },
  proxy: {
    cause: localized(
      'The proxy refused the connection to the token server, or cannot be reached.',
      '代理拒绝了到中控服务器的连接，或无法访问代理。',
      'Proxy 拒絕了到中控伺服器的連線，或無法存取 Proxy。',
    ),
    nextStep: localized(
      "Check http.proxy and http.noProxy in VS Code's settings: servers of your own network need no proxy as a rule.",
      '检查 VS Code 设置中的 http.proxy 和 http.noProxy：内网服务器通常不需要代理。',
      '檢查 VS Code 設定中的 http.proxy 和 http.noProxy：內部網路的伺服器通常不需要 Proxy。',
    ),
  },
  redirect: {
    cause: localized(
      'The token server points to another host. That is never followed, so that its header stays with it.',
      '中控服务器要求跳转到其他主机。为避免泄露请求头，跳转不会被执行。',
      '中控伺服器要求重新導向到其他主機。為避免洩露請求標頭，不會跟隨。',
    ),
    nextStep: localized(
      'Enter the address that it leads to by Edit Official Account…, if that one is yours too; or sign in to the network first.',
      '如果目标地址也属于你们，用“编辑公众号…”填写该地址；或先登录当前网络。',
      '如果目標位址也屬於你們，用「編輯公眾號…」填寫該位址；或先登入目前網路。',
    ),
  },
  status: {
    cause: localized(
      'The token server answered with HTTP status {status} and no access token.',
      '中控服务器返回了 HTTP 状态 {status}，没有给出 access_token。',
      '中控伺服器傳回了 HTTP 狀態 {status}，沒有給出 access_token。',
    ),
    nextStep: checkEntries,
  },
  tooLarge: {
    cause: localized(
      'The answer of the token server is larger than 64 KB and was not read: it is no access token.',
      '中控服务器的应答超过 64 KB，未予读取：这不是 access_token。',
      '中控伺服器的回應超過 64 KB，未予讀取：這不是 access_token。',
    ),
    nextStep: checkAddress,
  },
  unreadable: {
    cause: localized(
      'The answer of the token server holds no access token. Expected is {"access_token": "…", "expires_in": 7200}, also within another object, or the bare token.',
      '中控服务器的应答中没有 access_token。应为 {"access_token": "…", "expires_in": 7200}（可嵌在其他对象内），或只含 access_token 本身。',
      '中控伺服器的回應中沒有 access_token。應為 {"access_token": "…", "expires_in": 7200}（可巢狀於其他物件內），或只含 access_token 本身。',
    ),
    nextStep: checkEntries,
  },
  staleToken: {
    cause: localized(
      'WeChat refused the access token of the token server, and the server still hands out the same one.',
      '微信拒绝了中控服务器给出的 access_token，而服务器仍在返回同一个。',
      '微信拒絕了中控伺服器給出的 access_token，而伺服器仍在傳回同一個。',
    ),
    nextStep: localized(
      'Ask those who run the token server to renew it: most likely another program asked WeChat for a token of this account. Then try again.',
      '请负责中控服务器的同事刷新 access_token（很可能有其他程序为该公众号获取了新的），然后重试。',
      '請負責中控伺服器的同事更新 access_token（很可能有其他程式為該公眾號取得了新的），然後重試。',
    ),
  },
};
