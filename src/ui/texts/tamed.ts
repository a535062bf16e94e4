import { visibleText } from '../../protocol/visibleText';

/**
 * Text from people for nodes, pickers and titles of VS Code: nothing in it turns the text around it, and `$(name)`,
 * which VS Code draws as an icon there, stays what it is. A blank of no width keeps the two characters apart.
 */
export function tamed(text: string): string {
  return visibleText(text).replaceAll('$(', '$\u200b(');
}
