import { l10n, TreeItem } from 'vscode';

import { tamed } from '../ui/texts/tamed';
import { type ProfileField } from './profileFields';
import { type TreeNode } from './node';

/** Longer values are cut in the row; the tooltip has them whole. */
const shown = 120;

/** One decoded field of a profile. */
export class FieldNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    private readonly field: ProfileField,
    /** A field that nobody knows may be called like the label of another. */
    index: number,
  ) {
    this.id = `${parent.id}/${index}`;
  }

  toTreeItem(): TreeItem {
    const { explanation } = this.field;
    const [label, value] = [tamed(this.field.label), tamed(this.field.value)];
    const item = new TreeItem(label);
    item.id = this.id;
    item.description = value.length > shown ? `${value.slice(0, shown)}…` : value;
    item.tooltip = explanation === undefined ? value : `${value}\n${explanation}`;
    item.accessibilityInformation = { label: l10n.t('{0}: {1}', label, value) };
    return item;
  }
}
