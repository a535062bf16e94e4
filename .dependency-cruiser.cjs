/**
 * The house: each folder may import only itself and folders further down this list. `panels` talks to
 * `webview` by messages alone, and the browser code knows nothing of the host but the protocol.
 */
const floors = [
  'exported',
  'commands',
  'editor',
  'jobs',
  'tree',
  'panels',
  'ui',
  'accounts',
  'people',
  'enriching',
  'changes',
  'lists',
  'batch',
  'openids',
  'wechat',
  'files',
  'protocol',
];

const upwards = floors.map((floor, level) => ({
  name: `${floor}-imports-down-only`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: {
    path: [...floors.slice(0, level).map(above => `^src/${above}/`), '^src/extension\\.ts$', '^src/webview/'],
  },
}));

module.exports = {
  forbidden: [
    ...upwards,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'library-without-vscode',
      comment:
        'wechat/, openids/, batch/, lists/, changes/, enriching/ and people/ could be published on npm as they are',
      severity: 'error',
      from: { path: '^src/(wechat|openids|batch|lists|changes|enriching|people|files|protocol)/' },
      to: { path: '(^|/)vscode($|/)|@types/vscode' },
    },
    {
      name: 'library-has-a-face',
      comment: 'other folders use the index of a library folder, never its inside',
      severity: 'error',
      from: {
        path: '^src/([^/]+)',
        pathNot: '^src/(wechat|openids|batch|lists|changes|enriching|people|files)/',
      },
      to: { path: '^src/(wechat|openids|batch|lists|changes|enriching|people|files)/(?!index\\.ts$)' },
    },
    {
      name: 'webview-knows-the-protocol-only',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { path: '^src/(?!webview/|protocol/)' },
    },
    {
      name: 'foundations-import-nothing',
      severity: 'error',
      from: { path: '^src/(manifest\\.ts$|protocol/)' },
      to: { path: '^src/', pathNot: '^src/protocol/' },
    },
    {
      name: 'library-imports-no-manifest',
      severity: 'error',
      from: { path: '^src/(wechat|openids|batch|lists|changes|enriching|people|files)/' },
      to: { path: '^src/(manifest\\.ts$|protocol/)' },
    },
    {
      name: 'simulation-shares-nothing',
      comment: 'the simulated WeChat must not repeat a mistake of the extension',
      severity: 'error',
      from: { path: '^test/wechat/' },
      to: { path: '^src/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
    // `esbuild` would be taken for the build script of that name at the root.
    exclude: { path: '^((dist|out)/|esbuild\\.js$)' },
  },
};
