export { visibleText } from '../../protocol/visibleText';
