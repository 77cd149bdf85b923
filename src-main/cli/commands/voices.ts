import { voiceDescriptions, voiceNames } from '#shared/domain.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** `pausecut voices`: the six names, which both engines speak. */
export function voices(screen = openScreen(process.stdout)): number {
  for (const name of voiceNames) {
    const recommended = name === 'nova' ? screen.paint('dim', '  (recommended)') : ''
    screen.write(`${screen.paint('bold', name.padEnd(9))}${voiceDescriptions[name]}${recommended}\n`)
  }
  return exitCodes.done
}
