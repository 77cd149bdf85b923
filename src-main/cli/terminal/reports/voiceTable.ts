import { defaultVoice, engines, guideVoiceNames } from '#shared/speech/engines.ts'
import type { EngineVoices } from '#shared/speech/engineVoices.ts'
import type { Screen } from '../screen.ts'
import { textWidth } from '../textWidth.ts'

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** A language's name; the tag itself where it is none. */
function nameOf(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}

/**
 * The voices of all engines in lines for a person, each engine under a line of its own.
 * @param language that was asked for; BCP 47
 */
export function showVoices(all: readonly EngineVoices[], screen: Screen, language?: string): string {
  return `${all.map((of) => [headline(of, screen), ...rows(of, language), ...guideLines(of)].join('\n')).join('\n\n')}\n`
}

function headline({ engine, server }: EngineVoices, screen: Screen): string {
  const { title, note, needsKey } = engines[engine]
  const about = server ? `the speech server at ${server}` : `${title}: ${lower(note)}${needsKey ? ', needs a key' : ''}`
  return `${screen.paint('bold', capitalised(about))}  ${screen.paint('dim', `(--engine ${engine})`)}`
}

function rows({ voices, anyVoice, server }: EngineVoices, language: string | undefined): string[] {
  if (voices.length === 0) {
    if (server && anyVoice) return ['  It does not say which voices it has; ask for one of its own with --voice.']
    return [`  None${language ? ` that speaks ${nameOf(language)}` : ''}.`]
  }
  const cells = voices.map((voice) => [voice.id, about(voice)] as const)
  const width = Math.min(40, Math.max(...cells.map(([id]) => textWidth(id)))) + 2
  return cells.map(([id, text]) => `  ${id}${' '.repeat(Math.max(2, width - textWidth(id)))}${text}`.trimEnd())
}

function about({ id, languages, sex, description, models }: EngineVoices['voices'][number]): string {
  const tongues = languages.map(nameOf)
  const parts = [
    [...tongues, sex === 'female' ? 'woman' : sex === 'male' ? 'man' : ''].filter(Boolean).join(', '),
    description ?? '',
    models ? `${models.join(', ')} only` : '',
    id === defaultVoice ? 'the default' : '',
  ]
  return parts.filter(Boolean).join('; ')
}

/** Who speaks for the names that every engine knows, where these are not its own. */
function guideLines({ guide }: EngineVoices): string[] {
  const others = guideVoiceNames.filter((name) => guide[name] !== name)
  return others.length === 0 ? [] : [`  Here ${others.map((name) => `${name} is ${guide[name]}`).join(', ')}.`]
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
