import type { VoicePack } from '#shared/speech/voicePacks.ts'

const huggingFace = 'https://huggingface.co'

/**
 * Where a file of a pack can be fetched, in the order to try: the mirrors of PAUSECUT_VOICE_MIRRORS (addresses between
 * blanks or commas, under which files lie as in the folder of voices: `kokoro/onnx/model.onnx`), then its own addresses,
 * with Hugging Face where HF_ENDPOINT says it is, as Hugging Face's own programs read it. The hash decides what is
 * taken, so that a mirror needs no trust.
 */
export function addressesOf(
  pack: Pick<VoicePack, 'name'>,
  file: Pick<VoicePack['files'][number], 'path' | 'addresses'>,
  env: NodeJS.ProcessEnv,
): string[] {
  const hub = withoutSlash(env.HF_ENDPOINT || huggingFace)
  const mirrors = (env.PAUSECUT_VOICE_MIRRORS ?? '').split(/[\s,]+/).filter((mirror) => mirror !== '')
  return [
    ...mirrors.map((mirror) => `${withoutSlash(mirror)}/${pack.name}/${file.path}`),
    ...file.addresses.map((address) => address.replace(/^\{hub\}/, hub)),
  ]
}

const withoutSlash = (address: string) => address.replace(/\/+$/, '')
