/** What a WASI program is given: no files but these, no clock, no environment. */
export interface WasiRun {
  /** The program's name first. */
  readonly args: readonly string[]
  /** Called whenever a whole line was printed to standard output, while the program stands still inside the print. */
  readonly onLine: (memory: ArrayBuffer) => void
}

/** Thrown through the program's stack when it calls exit, since WebAssembly can not be left otherwise. */
class ProgramExit extends Error {}

const success = 0
const badDescriptor = 8
const notFound = 44
const notSeekable = 70

const stdout = 1
const lastStandardDescriptor = 2
const characterDevice = 2
/** All rights but seek and tell, which is how wasi-libc tells a terminal. */
const terminalRights = 0x1fffffffn & ~0x24n

/**
 * Runs a WASI program in a fresh instance to its end. Standard output is a character device to it, so that its libc
 * flushes at every newline: that is when `onLine` may look into its memory.
 */
export function runWasi(module: WebAssembly.Module, run: WasiRun): void {
  const args = run.args.map((arg) => new TextEncoder().encode(`${arg}\0`))
  let memory: WebAssembly.Memory
  const view = () => new DataView(memory.buffer)
  const bytes = () => new Uint8Array(memory.buffer)

  const wasi = {
    args_sizes_get(countAt: number, sizeAt: number) {
      view().setUint32(countAt, args.length, true)
      view().setUint32(
        sizeAt,
        args.reduce((sum, arg) => sum + arg.length, 0),
        true,
      )
      return success
    },
    args_get(pointersAt: number, textAt: number) {
      let at = textAt
      args.forEach((arg, i) => {
        view().setUint32(pointersAt + 4 * i, at, true)
        bytes().set(arg, at)
        at += arg.length
      })
      return success
    },
    clock_time_get(_clock: number, _precision: bigint, at: number) {
      view().setBigUint64(at, 0n, true)
      return success
    },
    fd_fdstat_get(descriptor: number, at: number) {
      if (descriptor > lastStandardDescriptor) return badDescriptor
      bytes().fill(0, at, at + 24)
      bytes()[at] = characterDevice
      view().setBigUint64(at + 8, terminalRights, true)
      return success
    },
    fd_write(descriptor: number, vectorsAt: number, count: number, writtenAt: number) {
      let written = 0
      let line = false
      for (let i = 0; i < count; i++) {
        const start = view().getUint32(vectorsAt + 8 * i, true)
        const length = view().getUint32(vectorsAt + 8 * i + 4, true)
        line ||= bytes()
          .subarray(start, start + length)
          .includes(0x0a)
        written += length
      }
      view().setUint32(writtenAt, written, true)
      if (descriptor === stdout && line) run.onLine(memory.buffer)
      return success
    },
    proc_exit() {
      throw new ProgramExit()
    },
    fd_close: () => success,
    fd_fdstat_set_flags: () => success,
    fd_prestat_get: () => badDescriptor,
    fd_prestat_dir_name: () => badDescriptor,
    fd_read: () => badDescriptor,
    fd_seek: () => notSeekable,
    path_open: () => notFound,
  }

  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi })
  memory = instance.exports.memory as WebAssembly.Memory
  try {
    ;(instance.exports._start as () => void)()
  } catch (error) {
    if (!(error instanceof ProgramExit)) throw error
  }
}
