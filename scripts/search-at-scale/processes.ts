import { readdirSync, readFileSync } from 'node:fs';

/** A process as /proc tells of it; `memory` is what it holds now, in MB. */
interface Process {
  pid: number;
  parent: number;
  memory: number;
}

function* allProcesses(): Generator<Process> {
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      yield { pid: Number(name), parent: read('PPid'), memory: read('VmRSS') / 1024 };
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Memory of all processes below one, in MB; 0 where there is no /proc. Memory they share counts for each. */
export function memoryBelow(pid: number): number {
  try {
    const all = [...allProcesses()];
    const below = (parent: number): number => all.filter((one) => one.parent === parent).reduce((sum, one) => sum + one.memory + below(one.pid), 0);
    return Math.round(below(pid));
  } catch {
    return 0;
  }
}

/** The most memory a process has held, in MB. */
export function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
