import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { type SqlDialect } from '../../src/people';
import { type Processes } from '../vscode/processes';
import { installSystemPackages } from '../vscode/install/systemPackages';

/** Cells as the database has them; undefined for NULL. */
export type Row = readonly (string | undefined)[];

export interface Database {
  readonly name: string;
  readonly dialect: SqlDialect;
  /** What a server or its client may be set to, each with the statement that does it: texts are read differently then. */
  readonly settings: readonly string[];
  /** In what names of ours are written, and the setting that a file has to change by itself. */
  readonly inUtf8: readonly [before: string, after: string];
  /** Runs a file of statements, as its own client does. */
  run(sql: string): Promise<void>;
  rows(table: string, columns: readonly string[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export async function openPostgreSql(): Promise<Database> {
  const database = await PGlite.create();
  return {
    name: 'PostgreSQL',
    dialect: 'postgresql',
    settings: ['SET standard_conforming_strings = on;', 'SET standard_conforming_strings = off;'],
    inUtf8: ['', ''],
    async run(sql) {
      await database.exec(sql);
    },
    async rows(table, columns) {
      const names = columns.map(column => `"${column.replaceAll('"', '""')}"`).join(', ');
      const { rows } = await database.query<(string | null)[]>(`SELECT ${names} FROM ${table}`, [], {
        rowMode: 'array',
      });
      return rows.map(row => row.map(cell => cell ?? undefined));
    },
    close: () => database.close(),
  };
}

/** A server of its own, in a folder that goes with it. @throws {Error} where it is not there and cannot be installed */
export async function openMySql(processes: Processes, say: (line: string) => void): Promise<Database> {
  await installSystemPackages(processes, ['database'], say);
  const folder = processes.temporaryFolder();
  const { env } = process;
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const data = `--datadir=${path.join(folder, 'data')}`;
  const socket = `--socket=${path.join(folder, 'socket')}`;
  const installed = await processes.run(
    'mariadb-install-db',
    ['--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', ...user],
    { env },
  );
  if (installed.code !== 0) throw new Error(installed.output);
  const server = processes.start(
    'mariadbd',
    ['--no-defaults', data, socket, '--skip-networking', `--pid-file=${path.join(folder, 'pid')}`, ...user],
    { env },
  );
  // The client's own setting is another one: the file has to say what it is written in.
  const client = [
    '--no-defaults',
    socket,
    '--user=root',
    '--default-character-set=latin1',
    '--batch',
    '--raw',
  ];
  const ask = async (sql: string, database = 'proof'): Promise<string> => {
    const asked = processes.start('mariadb', [...client, '--skip-column-names', database], { env });
    let output = '';
    let errors = '';
    asked.stdout?.on('data', (piece: Buffer) => (output += piece.toString('latin1')));
    asked.stderr?.on('data', (piece: Buffer) => (errors += piece.toString()));
    asked.stdin?.end(sql);
    const [code] = (await once(asked, 'close')) as [number];
    if (code !== 0) throw new Error(errors);
    return output;
  };
  for (let tries = 0; ; tries++) {
    try {
      await ask('CREATE DATABASE proof CHARACTER SET utf8mb4', 'mysql');
      break;
    } catch (error) {
      if (tries > 300 || server.exitCode !== null) throw error;
      await pause(200);
    }
  }
  return {
    name: 'MySQL (MariaDB)',
    dialect: 'mysql',
    settings: ["SET sql_mode = '';", "SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES';"],
    inUtf8: ['SET NAMES utf8mb4;\n', 'SET NAMES latin1;\n'],
    async run(sql) {
      await ask(sql);
    },
    async rows(table, columns) {
      // As bytes, which no client reads in another way.
      const cells = columns.map(column => `HEX(\`${column.replaceAll('`', '``')}\`)`).join(', ');
      const lines = (await ask(`SET NAMES utf8mb4;\nSELECT ${cells} FROM ${table};`))
        .split('\n')
        .slice(0, -1);
      return lines.map(line =>
        line
          .split('\t')
          .map(cell => (cell === 'NULL' ? undefined : Buffer.from(cell, 'hex').toString('utf8'))),
      );
    },
    close: () => processes.stop(server, 10_000),
  };
}
