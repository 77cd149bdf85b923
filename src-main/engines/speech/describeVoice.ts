import type { VoiceFacts } from '#shared/speech/engines.ts'

/** The first letter of Kokoro's ids (its VOICES.md): which language the voice was made for. */
const kokoroLanguages: Readonly<Record<string, string>> = {
  a: 'en-US',
  b: 'en-GB',
  e: 'es',
  f: 'fr',
  h: 'hi',
  i: 'it',
  j: 'ja',
  p: 'pt-BR',
  z: 'zh',
}
const kokoroId = /^([abefhijpz])([fm])_([a-z]\w*)$/

/** Piper's `en_US-amy-medium`, Edge's `en-US-AvaNeural`: a locale and a name. */
const localeId = /^([a-z]{2,3})[-_]([A-Z]{2})[-_](.+)$/

/** Whether a voice's id is one of Kokoro's: `af_heart`, `bm_fable`. */
export const isKokoro = (id: string): boolean => kokoroId.test(id)

/** What a voice's id tells of it by itself, where it is of a kind whose ids do; else its id is its name. */
export function describeVoice(id: string): VoiceFacts {
  const [, language, sex, name] = kokoroId.exec(id) ?? []
  if (language && name) {
    return {
      id,
      name: capitalised(name),
      languages: [kokoroLanguages[language]!],
      sex: sex === 'f' ? 'female' : 'male',
    }
  }
  const [, tongue, region, rest] = localeId.exec(id) ?? []
  if (tongue && rest) return { id, name: capitalised(rest.replace(/Neural$/, '')), languages: [`${tongue}-${region}`] }
  return { id, name: capitalised(id), languages: [] }
}

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
