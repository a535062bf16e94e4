import { execFileSync } from 'node:child_process';

/** Ids of the extension-host processes in a server's process group. */
export function extensionHosts(serverPid: number): number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,args='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(
      found => Number(found?.[2]) === serverPid && found?.[3]?.includes('--type=extensionHost') === true,
    )
    .map(found => Number(found?.[1]));
}
