import type { LeftOut } from '#shared/script/notes/leftOut.ts'

/** What a file was made into: its text in Pausecut's script language, and what of the file is not in it. */
export interface PlainScript {
  readonly script: string
  readonly leftOut: LeftOut
}
