import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import * as path from 'node:path';
import * as v from 'valibot';
import { Processes } from '../../vscode/processes';

describe('Processes', () => {
  it('runs a program to its end and returns its exit code and output', async () => {
    const processes = new Processes();
    const finished = await processes.run(process.execPath, ['-e', 'console.log("said"); process.exit(3)']);
    await processes.end();
    assert.deepEqual(finished, { code: 3, output: 'said\n' });
  });

  it('rejects when a program cannot be started', async () => {
    const processes = new Processes();
    await assert.rejects(processes.run('no-such-program', []), /ENOENT/);
    await processes.end();
  });

  it('gives a program no more environment than it is told to', async () => {
    const processes = new Processes();
    const { output } = await processes.run(process.execPath, ['-p', 'Object.keys(process.env).join()'], {
      env: { ONLY: 'this' },
    });
    await processes.end();
    assert.equal(output.trim(), 'ONLY');
  });

  describe('and a family of programs that do not want to end', () => {
    let family: Family;
    beforeEach(async () => {
      family = await Family.listen();
    });
    afterEach(() => family.close());

    it('stops both parent and child', async () => {
      const processes = new Processes();
      const parent = processes.start(process.execPath, ['-e', family.program]);
      await family.complete();
      await processes.stop(parent, 100);
      await family.gone();
      await processes.end();
    });

    for (const ending of [
      'process.kill(process.pid, "SIGINT")',
      'process.exit(0)',
      'throw new Error("uncaught")',
    ]) {
      it(`leaves none of them running after ${ending}`, async () => {
        const owner = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', ownerProgram(family, ending)]);
        await family.complete();
        owner.stdin.write('go');
        await family.gone();
      });
    }

    it('leaves none of them running when the process that started it all is killed', async () => {
      const owner = `require('node:child_process').spawn(process.execPath,
        ['--require', 'tsx/cjs', '-e', ${JSON.stringify(ownerProgram(family, ''))}]); setInterval(() => {}, 1000);`;
      const grandparent = spawn(process.execPath, ['-e', owner]);
      await family.complete();
      grandparent.kill('SIGKILL');
      await family.gone();
    });
  });
});

/** A process that starts the family by `Processes` and does `ending` when it is told to. */
function ownerProgram(family: Family, ending: string): string {
  return `
    const { Processes } = require(${JSON.stringify(path.resolve(__dirname, '../../vscode/processes.ts'))});
    new Processes().start(process.execPath, ['-e', ${JSON.stringify(family.program)}]);
    process.stdin.once('data', () => { ${ending} });
  `;
}

/** Two programs that ignore SIGTERM and hold a connection here for as long as they live. */
class Family {
  readonly program: string;
  readonly #server: Server;
  readonly #members = new Set<Socket>();

  private constructor(server: Server) {
    const { port } = v.parse(v.object({ port: v.number() }), server.address());
    const member = `process.on('SIGTERM', () => {}); require('node:net').connect(${port}, '127.0.0.1');`;
    this.program = `${member}
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(member)}]);`;
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#members.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#leave(socket));
    });
  }

  static async listen(): Promise<Family> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Family(server);
  }

  async complete(): Promise<void> {
    while (this.#members.size < 2) await once(this.#server, 'connection');
  }

  async gone(): Promise<void> {
    while (this.#members.size > 0) await once(this.#server, 'left');
  }

  close(): void {
    for (const socket of this.#members) socket.destroy();
    this.#server.close();
  }

  #leave(socket: Socket): void {
    this.#members.delete(socket);
    this.#server.emit('left');
  }
}
