// What Stryker leaves alone, loaded by Stryker itself.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Texts for people: their wording is checked against the bundles of translations, not by behaviour. */
const texts = {
  shouldIgnore({ node, parent }) {
    const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
    if (isText && parent?.type === 'CallExpression' && isTranslation(parent.callee))
      return 'a text for people';
    return undefined;
  },
};

function isTranslation(callee) {
  return callee.type === 'MemberExpression' && callee.object.name === 'l10n' && callee.property.name === 't';
}

/** All functions and fields of classes but one in so many, always the same: what else is in no function is left in. */
const oneIn = Number(process.env.MUTATED_ONE_IN ?? 1);

const sample = {
  shouldIgnore(path) {
    const isWhole = path.isFunction() || path.isClassProperty();
    if (oneIn === 1 || !isWhole || path.getFunctionParent()) return undefined;
    const { start, end } = path.node.loc;
    return (31 * start.line + 17 * (end.line - start.line) + start.column) % oneIn === 0
      ? undefined
      : 'not in the sample';
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'texts', texts),
  declareValuePlugin(PluginKind.Ignore, 'sample', sample),
];
