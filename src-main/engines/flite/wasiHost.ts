/** What a WASI program is given: no files but these, no clock, no environment. */
export interface WasiRun {
  /** The program's name first. */
  readonly args: readonly string[]
  /** Files it may read, by their names in its only folder, `/`. */
  readonly files: ReadonlyMap<string, Uint8Array>
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
const folder = 3
const firstFile = 4
const folderType = 3
const fileType = 4
const characterDevice = 2
const allRights = 0x1fffffffn
/** All rights but seek and tell, which is how wasi-libc tells a terminal. */
const terminalRights = allRights & ~0x24n

/**
 * Runs a WASI program in a fresh instance to its end. Standard output is a character device to it, so that its libc
 * flushes at every newline: that is when `onLine` may look into its memory.
 */
export function runWasi(module: WebAssembly.Module, run: WasiRun): void {
  const args = run.args.map((arg) => new TextEncoder().encode(`${arg}\0`))
  let memory: WebAssembly.Memory
  const view = () => new DataView(memory.buffer)
  const bytes = () => new Uint8Array(memory.buffer)
  const open: { content: Uint8Array; at: number }[] = []

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
      const terminal = descriptor <= lastStandardDescriptor
      if (!terminal && descriptor !== folder && !open[descriptor - firstFile]) return badDescriptor
      bytes().fill(0, at, at + 24)
      bytes()[at] = terminal ? characterDevice : descriptor === folder ? folderType : fileType
      view().setBigUint64(at + 8, terminal ? terminalRights : allRights, true)
      view().setBigUint64(at + 16, allRights, true)
      return success
    },
    fd_prestat_get(descriptor: number, at: number) {
      if (descriptor !== folder) return badDescriptor
      view().setUint32(at, 0, true)
      view().setUint32(at + 4, 1, true)
      return success
    },
    fd_prestat_dir_name(_descriptor: number, at: number) {
      bytes()[at] = '/'.charCodeAt(0)
      return success
    },
    path_open(_folder: number, _follow: number, at: number, length: number, ...rest: unknown[]) {
      const content = run.files.get(Buffer.from(memory.buffer, at, length).toString())
      if (!content) return notFound
      view().setUint32(Number(rest.at(-1)), firstFile + open.push({ content, at: 0 }) - 1, true)
      return success
    },
    fd_read(descriptor: number, vectorsAt: number, count: number, readAt: number) {
      const file = open[descriptor - firstFile]
      if (!file) return badDescriptor
      let read = 0
      for (let i = 0; i < count; i++) {
        const start = view().getUint32(vectorsAt + 8 * i, true)
        const length = view().getUint32(vectorsAt + 8 * i + 4, true)
        const piece = file.content.subarray(file.at, file.at + length)
        bytes().set(piece, start)
        file.at += piece.length
        read += piece.length
      }
      view().setUint32(readAt, read, true)
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
    fd_seek: () => notSeekable,
  }

  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi })
  memory = instance.exports.memory as WebAssembly.Memory
  try {
    ;(instance.exports._start as () => void)()
  } catch (error) {
    if (!(error instanceof ProgramExit)) throw error
  }
}
