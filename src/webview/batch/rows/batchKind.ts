import * as l10n from '@vscode/l10n';
import { nothing, type TemplateResult } from 'lit';
import { type FromBatch } from '../../../protocol/messages/batchMessages';
import {
  type ColumnId,
  type Found,
  type Query,
  type Row,
  wholeList,
} from '../../../protocol/views/batchView';
import { columnLabel } from '../../../protocol/labels';
import { type MenuEntry } from '../../controls/menu';
import { type TableKind } from '../../table/tableKind';
import { type Formats } from '../../text/formats';
import { cellTemplate } from './cells';
import { batchFiltering } from './columnFilters';
import { pickedFoot } from './pickedFoot';
import { changePickedMenu, copyPickedMenu, rowMenu } from './rowMenu';

const widths: Readonly<Record<ColumnId, number>> = {
  place: 72,
  outcome: 144,
  openid: 264,
  scene: 216,
  followedAt: 196,
  tags: 168,
  remark: 176,
  unionid: 264,
  qrScene: 152,
  fetchedAt: 196,
};

/** The page of a batch, as its table sees it. */
interface BatchRows {
  readonly formats: Formats;
  readonly post: (message: FromBatch) => void;
  readonly shown: Found | undefined;
  /** Whether the account's notes of its followers can be changed. */
  readonly mayChange: boolean;
}

/** The table of a batch. */
export class BatchKind implements TableKind<ColumnId, Row, Query> {
  readonly label = l10n.t('Profiles');
  readonly everything = wholeList;
  readonly filtering = batchFiltering;

  constructor(private readonly page: BatchRows) {}

  labelOf(column: ColumnId): string {
    return columnLabel(column);
  }

  nameOf(column: ColumnId): string {
    return columnLabel(column);
  }

  widthOf(column: ColumnId): number {
    return widths[column];
  }

  isTime(column: ColumnId): boolean {
    return column === 'followedAt' || column === 'fetchedAt';
  }

  cell(row: Row, column: ColumnId): TemplateResult {
    return cellTemplate(row, column, this.page.formats);
  }

  menu(row: Row | undefined, column: ColumnId | undefined, selected: number): MenuEntry[] {
    const { formats, post, mayChange } = this.page;
    const changes = mayChange ? changePickedMenu({ selected }, formats, post) : [];
    const picked = [...changes, ...copyPickedMenu({ selected }, formats, post)];
    return rowMenu(row, column, picked, post, mayChange);
  }

  foot(): unknown {
    const { shown, formats, mayChange, post } = this.page;
    return shown ? pickedFoot(shown, formats, mayChange ? post : undefined) : nothing;
  }
}
