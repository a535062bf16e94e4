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

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'texts', texts)];
