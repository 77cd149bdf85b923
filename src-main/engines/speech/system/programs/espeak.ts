import type { SystemProgram, SystemVoice } from './systemProgram.ts'

/** Of espeak-ng's variants, those that every version of it has; a voice with one is asked for as `de+f2`. */
const variants = { female: ['f2', 'f4'], male: ['m3', 'm1', 'm7'] } as const

/** The usual voice of a language that has several. */
const usual = new Set(['en-us', 'fr-fr', 'pt-br', 'es', 'cmn', 'yue'])

/** eSpeak NG: on Linux, a program of its own (GPL-3) that Pausecut neither ships nor links. Its manual: espeak-ng(1). */
export const espeak: SystemProgram = {
  command: 'espeak-ng',
  version: { args: ['--version'] },
  list: { args: ['--voices'] },
  parseVoices: (output) => {
    const found = new Map<string, SystemVoice>()
    for (const line of output.split(/\r?\n/).slice(1)) {
      const fields = /^\s*\d+\s+(\S+)\s+\S+\/([MF-]+)\s+(\S+)\s+\S/.exec(line)
      if (!fields) continue
      const [, id, , name] = fields as unknown as [string, string, string, string]
      const languages = languageOf(id)
      // Where two have a language, the program itself takes the first; invented ones (`piqd`) are left out.
      if (found.has(id) || languages.length === 0) continue
      found.set(id, {
        id,
        name: name.replaceAll('_', ' '),
        languages,
        sex: 'male',
        rank: usual.has(id) ? 1 : 0,
        variants: {
          female: variants.female.map((variant) => `${id}+${variant}`),
          male: variants.male.map((variant) => `${id}+${variant}`),
        },
      })
    }
    return [...found.values()]
  },
  // UTF-8; no markup, unless -m is given.
  speak: (voice, wav) => ({ args: ['-v', voice, '-b', '1', '-w', wav, '--stdin'] }),
}

/** Some of its codes are no tags of BCP 47 (`en-us-nyc`), or have parts of its own (`en-gb-x-rp`): what all know of them. */
function languageOf(id: string): string[] {
  for (let parts = id.split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
    try {
      const { language, script, region } = new Intl.Locale(parts.join('-'))
      return [[language, script, region].filter(Boolean).join('-')]
    } catch {
      // Too much of it.
    }
  }
  return []
}
