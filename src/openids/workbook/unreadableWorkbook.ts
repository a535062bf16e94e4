/**
 * `locked`: with a password, or of Excel before 2007; `damaged`: no workbook, or not all of one; the others are
 * beyond the limits.
 */
export type WorkbookFault = 'locked' | 'damaged' | 'tooLarge' | 'tooManyCells';

/** A workbook that cannot be read. The message is English; texts for people go by `fault`. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';

  constructor(readonly fault: WorkbookFault) {
    super(`The workbook was not read: ${fault}.`);
  }
}
