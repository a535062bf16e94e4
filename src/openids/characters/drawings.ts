const drawn = /[\u2500-\u257f]/;
const horizontals =
  /[\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550\u2574\u2576\u2578\u257a\u257c\u257e]/g;
const others = /[\u2500-\u257f]/g;

/**
 * The same text, as long as before, with bars for the lines that tables are drawn with: `│`, `┃` and every corner.
 * Lines across become blanks, since ClickHouse writes the names of the columns between them: `┌─openid─┬─unionid─┐`.
 */
export function withoutDrawings(text: string): string {
  return drawn.test(text) ? text.replace(horizontals, ' ').replace(others, '|') : text;
}
