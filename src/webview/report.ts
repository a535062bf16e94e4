import { type FromReport, type ToReport, toReport } from '../protocol/messages/reportMessages';
import { openPage } from './page/openPage';
import { ReportPage } from './report/reportPage';

openPage<ToReport, FromReport>(toReport, (main, _formats, post) => {
  const page = new ReportPage();
  page.act = action => post({ type: 'act', action });
  main.append(page);
  return ({ report }) => {
    page.report = report;
  };
});
