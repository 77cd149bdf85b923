import type { EncodeOptions, Scene } from '#ports/VideoEncoder.ts'

/** What one encode makes: see VideoEncoder.encode. */
export interface EncodeRequest {
  readonly scene: Scene
  /** Path of the MP4 that is written. */
  readonly out: string
  readonly options: EncodeOptions
}
