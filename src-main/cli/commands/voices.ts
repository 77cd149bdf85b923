import { defaultVoice, type EngineFacts, engineNames, engines, type VoiceFacts } from '#shared/speech/engines.ts'
import { voicesOf } from '#shared/speech/spokenAs.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** `pausecut voices`: those that every engine speaks first, then what an engine has besides. */
export function voices(
  screen = openScreen(process.stdout),
  all: readonly EngineFacts[] = engineNames.map((name) => engines[name]),
): number {
  const listed = new Map<string, VoiceFacts>(all.flatMap((facts) => facts.voices.map((voice) => [voice.id, voice])))
  const speakers = (id: string) => all.filter((facts) => voicesOf(facts).includes(id))
  const rows = [...listed.values()].map((voice) => ({ ...voice, speakers: speakers(voice.id) }))
  const width = Math.max(...rows.map(({ id }) => id.length)) + 2
  for (const { id, description = '', speakers } of rows.toSorted((a, b) => b.speakers.length - a.speakers.length)) {
    const notes = [
      ...(id === defaultVoice ? ['recommended'] : []),
      ...(speakers.length < all.length ? [speakers.map(({ title }) => title).join(', ')] : []),
    ]
    const note = notes.length > 0 ? screen.paint('dim', `  (${notes.join('; ')})`) : ''
    screen.write(`${screen.paint('bold', id.padEnd(width))}${description}${note}\n`)
  }
  return exitCodes.done
}
