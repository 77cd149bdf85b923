import type { VoiceFacts } from '#shared/speech/engines.ts'

/** A voice of the operating system. */
export interface SystemVoice extends VoiceFacts {
  /** How good it sounds among those of its language: more is better, under 0 is for jokes. */
  readonly rank: number
  /** Voices made of this one that stand in for the guide's names, as the program is asked for them. */
  readonly variants?: Readonly<Record<'female' | 'male', readonly string[]>>
}

/** How a program is started. */
export interface Call {
  readonly args: readonly string[]
  /** Beside the environment that there is. */
  readonly env?: Readonly<Record<string, string>>
}

/** A program that comes with an operating system, or is installed there, and speaks. It gets the text as its input. */
export interface SystemProgram {
  readonly command: string
  /** What tells one version of it from another; absent where it is the operating system's own. */
  readonly version?: Call
  /** Lists voices, and what of its output is which voice; what can't be read is left out. */
  readonly list: Call
  readonly parseVoices: (output: string) => SystemVoice[]
  /**
   * Speaks its input in a voice, at the voice's own pace, into a WAV of 16 bits.
   *
   * @param voice as `parseVoices` has its id
   */
  readonly speak: (voice: string, wav: string) => Call
}
