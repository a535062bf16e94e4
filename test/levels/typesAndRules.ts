import * as path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';

import { isWhole } from '../form';
import { projectFolder } from '../vscode/folders';

/** A quarter of the time of all rules, for what seldom happens: in the whole form only. */
const dearRules = [
  '@typescript-eslint/no-unsafe-class-instance-assignment',
  '@typescript-eslint/no-unsafe-enum-assignment',
];

const projects = ['.', 'src/webview', 'test/unit/webview'];

/**
 * TypeScript's own errors and ESLint's, of one and the same programs: apart, each of them would work out all types for
 * itself, which is most of what either does. `eslint.config.mjs` names the same projects, for editors.
 */
async function main(): Promise<void> {
  const programs = projects.map(programOf);
  const errors = programs.flatMap(program => ts.getPreEmitDiagnostics(program));
  const eslint = new ESLint({
    cwd: projectFolder,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { programs, project: null } },
      rules: Object.fromEntries(isWhole ? [] : dearRules.map(rule => [rule, 'off'])),
    },
  });
  const results = await eslint.lintFiles('.');
  const formatter = await eslint.loadFormatter('stylish');
  console.log(ts.formatDiagnostics(errors, host) + (await formatter.format(results)));
  const isClean = results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
  if (errors.length > 0 || !isClean) process.exitCode = 1;
}

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: name => name,
  getCurrentDirectory: () => projectFolder,
  getNewLine: () => '\n',
};

function programOf(project: string): ts.Program {
  const file = path.join(projectFolder, project, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(file, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: problem => {
      throw new Error(ts.formatDiagnostic(problem, host));
    },
  });
  if (!config) throw new Error(`${file} cannot be read.`);
  return ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors,
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
