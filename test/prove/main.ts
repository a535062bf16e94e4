import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What takes too long for `npm test`: programs with their parameters, each with what it proves. */
const proofs: readonly (readonly [claim: string, program: string, ...parameters: string[]])[] = [
  ['No kill of a window loses or repeats anything', 'test/torture/main.ts', '120', '1'],
  ['Every unit test holds in its whole form', 'test/run.ts', 'unit'],
  ['No rule is broken, the dear ones neither', 'test/run.ts', 'rules'],
  ['Pages are accessible in every theme', 'test/run.ts', 'page'],
  [
    'Windows are accessible in every look',
    'test/run.ts',
    'e2e',
    '-g',
    'pictures for people|followers of an account|tags and remarks',
  ],
  ['The main job is done in the oldest VS Code', 'test/prove/oldestVSCode.ts'],
  ['Two machines make the same package', 'test/prove/reproducible.ts'],
  ['No input makes a reader fail, hang or take long', 'test/fuzz/main.ts', '60'],
  [
    'Exported SQL makes of a database what WeChat knows, in PostgreSQL and MySQL',
    'test/prove/mapping.ts',
    '1',
  ],
  ['No openid is lost, and nothing else is taken for one', 'test/prove/texts.ts', '100000', '1'],
];

/** Runs the proofs whose claim has these words, or all, one after the other, and prints what each has to say. */
async function main(words = ''): Promise<void> {
  const wanted = proofs.filter(([claim]) => claim.includes(words));
  if (wanted.length === 0) throw new Error(`No claim has “${words}” in it.`);
  for (const [claim, program, ...parameters] of wanted) {
    const started = performance.now();
    const child = spawn(process.execPath, [join(root, 'test/vscode/setUp.mjs'), program, ...parameters], {
      cwd: root,
      env: { ...process.env, OPENID_LENS_FORM: 'whole' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => (output += piece.toString()));
    const code = await once(child, 'exit').then(([status]: unknown[]) => status);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `${code === 0 ? '✔' : '✘'} ${claim} (${seconds} s)\n${output.trimEnd().replace(/^/gm, '  ')}`,
    );
    if (code !== 0) process.exitCode = 1;
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
