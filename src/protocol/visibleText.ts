/**
 * Controls, marks that turn the direction of text, and invisible spaces. Joiners (U+200C, U+200D) stay as
 * they are: emoji and some scripts need them.
 */
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text from people as it may be shown: nothing in it is invisible or turns the text around it. */
export function visibleText(text: string): string {
  return text.replace(
    hidden,
    mark => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
