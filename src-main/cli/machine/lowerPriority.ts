import { writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

const behind = constants.priority.PRIORITY_BELOW_NORMAL

/**
 * Puts a process that leads a session of its own, and all that it starts, behind the others of this machine. Linux
 * weighs sessions against each other before the processes in them (sched(7), "The autogroup feature"), so there the
 * session must be told, too.
 */
export function lowerPriority(pid: number): void {
  setPriority(pid, behind)
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(behind))
  } catch {
    // Other systems, and kernels without the feature, have no such file.
  }
}
