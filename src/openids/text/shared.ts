import { type Hits } from '../findings';
import { Schema } from '../tables/schema';
import { Mentions } from './names/mentions';
import { Names } from './names/names';
import { Values } from './values';

/** What all that read one text share, since the cells of its tables and the rest of it are read apart. */
export class Shared {
  readonly names: Names;
  readonly values: Values;
  readonly schema: Schema;
  readonly mentions: Mentions;
  /** Asked of lists in brackets only, each beginning where the last has ended. */
  readonly mentionsInLists: Mentions;

  constructor(
    readonly text: string,
    readonly hits: Hits,
  ) {
    this.names = new Names(text);
    this.values = new Values(text, hits);
    this.schema = new Schema(text);
    this.mentions = new Mentions(text);
    this.mentionsInLists = new Mentions(text);
  }
}
