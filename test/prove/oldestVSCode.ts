/**
 * The main job, from adding an account to a table, in the oldest VS Code that package.json promises to work in.
 * `npm test` uses today's.
 */
process.env.OPENID_LENS_VSCODE = 'oldest';
process.argv.splice(2, process.argv.length, 'e2e', '-g', 'main job');
void import('../run');
