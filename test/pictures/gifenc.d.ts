/** What is used of it; the package has no types of its own. */
declare module 'gifenc' {
  type Palette = number[][];

  interface Frame {
    /** Given with the first frame: the colours of all. */
    readonly palette?: Palette;
    /** In milliseconds. */
    readonly delay: number;
  }

  export function GIFEncoder(): {
    writeFrame(indexes: Uint8Array, width: number, height: number, frame: Frame): void;
    finish(): void;
    bytes(): Uint8Array;
  };
  export function quantize(rgba: Uint8Array, colours: number): Palette;
  export function applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array;
}
