import type { LeftOut, LeftOutKind } from '#shared/script/notes/leftOut.ts'

/** What a file was made into: its text in Pausecut's script language, and what of the file is not in it. */
export interface PlainScript {
  readonly script: string
  readonly leftOut: LeftOut
}

/** What is left out while a file is read, and what counts one more of a kind. */
export function countLeftOut(): { readonly leftOut: LeftOut; readonly count: (kind: LeftOutKind) => void } {
  const leftOut: LeftOut = {}
  return {
    leftOut,
    count: (kind) => {
      leftOut[kind] = (leftOut[kind] ?? 0) + 1
    },
  }
}
