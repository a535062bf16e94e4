import { l10n } from 'vscode';

import { type Account } from '../../accounts';
import { type Reporter } from '../../panels/report/reportPanels';
import { bounds } from '../../protocol/bounds';
import { type ReportAction, type ReportView } from '../../protocol/views/reportView';
import { timeText } from '../../ui/texts/formats';
import { redactPeople } from '../../ui/log/redactPeople';
import { timeAgo } from '../../ui/texts/timeAgo';
import { type TracedRequest } from '../../wechat';
import { performReportAction } from './reportActions';

interface ShownRequest extends TracedRequest {
  readonly rid: string;
  readonly path: string | undefined;
}

/** A refused request as WeChat kept it, without token, secret and openids. */
export class RidReporter implements Reporter {
  readonly title: string;
  private readonly report: ReportView;

  constructor({ name, appId }: Account, request: ShownRequest) {
    this.title = l10n.t('Request {0}', request.rid);
    const { url, requestBody, responseBody, clientIp, milliseconds } = request;
    const time = request.time * 1000;
    const blocks = [
      { title: l10n.t('Request address'), text: readable(url) },
      { title: l10n.t('Request body'), text: readable(requestBody) },
      { title: l10n.t('Answer'), text: readable(responseBody) },
    ];
    this.report = {
      title: this.title,
      origin: [name, appId],
      busy: false,
      steps: [],
      facts: [
        // WeChat keeps the query without the path, which only whoever saw the error knows.
        ...(request.path === undefined ? [] : [{ label: l10n.t('API'), value: request.path }]),
        { label: l10n.t('Time'), value: `${timeText(time)} · ${timeAgo(time)}` },
        { label: l10n.t('Taken by WeChat'), value: l10n.t('{0} ms', milliseconds) },
        { label: l10n.t("Caller's IP address"), value: clientIp },
      ],
      blocks: blocks.filter(({ text }) => text !== ''),
      buttons: [{ action: 'copyMarkdown', label: l10n.t('Copy as Markdown') }],
    };
  }

  make(show: (report: ReportView) => void): Promise<void> {
    show(this.report);
    return Promise.resolve();
  }

  act(action: ReportAction): Promise<unknown> {
    return performReportAction(action, { report: this.report });
  }
}

/** JSON is laid out, anything else stays as it came; both without what must not be shown. */
function readable(text: string): string {
  return redactPeople(laidOut(text)).slice(0, bounds.fieldText);
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
