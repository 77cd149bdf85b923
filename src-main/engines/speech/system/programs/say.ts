import type { SystemProgram, SystemVoice } from './systemProgram.ts'

/** Voices that are for jokes; several of them sing. */
const jokes =
  /^(Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Fred|Good News|Hysterical|Jester|Junior|Organ|Pipe Organ|Ralph|Superstar|Trinoids|Whisper|Wobble|Zarvox)$/

/** Samples a second of what it writes: those of most of its voices. */
const rate = 22_050

/** macOS's own program; its manual: say(1). The voices that were downloaded in the system's settings are among its list. */
export const say: SystemProgram = {
  command: '/usr/bin/say',
  list: { args: ['-v', '?'] },
  parseVoices: (output) =>
    output.split(/\r?\n/).flatMap((line): SystemVoice[] => {
      const fields = /^(\S.*?)\s+([a-z]{2,3}(?:[_-][A-Za-z0-9]+)*)\s+#/.exec(line)
      if (!fields) return []
      const [, name, locale] = fields as unknown as [string, string, string]
      return [{ id: name, name, languages: [locale.replaceAll('_', '-')], rank: rankOf(name, locale) }]
    }),
  // With neither a message nor a file it reads its input.
  speak: (voice, wav) => ({
    args: ['-v', voice, '-o', wav, '--file-format=WAVE', `--data-format=LEI16@${rate}`],
    env: { LC_ALL: 'en_US.UTF-8' },
  }),
}

function rankOf(name: string, locale: string): number {
  if (jokes.test(name)) return -1
  const quality = name.includes('(Premium)') ? 4 : name.includes('(Enhanced)') ? 2 : 0
  return quality + (/^(en_US|pt_BR|es_ES|fr_FR|zh_CN)$/.test(locale) ? 1 : 0)
}
