/** Stands where the content was, once there is none to show. */
export function goneNotice(text: string): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'gone';
  notice.textContent = text;
  return notice;
}
