import { readdirSync, readFileSync } from 'node:fs'

/**
 * Watches how much memory (VmHWM, proc(5): the most that was resident) a process and each of its descendants take, in
 * megabytes; NaN where there is no /proc.
 */
export function watchMemory(pid: number): { stop(): { main: number; largestChild: number } } {
  const peaks = new Map<number, number>()
  const look = () => {
    for (const process of withDescendants(pid)) peaks.set(process, peakOf(process) ?? peaks.get(process) ?? Number.NaN)
  }
  const timer = setInterval(look, 50)
  return {
    stop: () => {
      clearInterval(timer)
      const children = [...peaks].filter(([process]) => process !== pid).map(([, peak]) => peak)
      return {
        main: peaks.get(pid) ?? Number.NaN,
        largestChild: children.length > 0 ? Math.max(...children) : Number.NaN,
      }
    },
  }
}

function withDescendants(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of namesIn('/proc')) {
    const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const found = [pid]
  for (const process of found) for (const [child, parent] of parents) if (parent === process) found.push(child)
  return found
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

function peakOf(pid: number): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
}

/** A process may end while it is looked at. */
const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
