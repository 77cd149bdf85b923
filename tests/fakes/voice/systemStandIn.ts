import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How a program of the system was called. */
export interface SystemCall {
  readonly args: readonly string[]
  readonly input: string
  readonly voice?: string
}

/**
 * A program that takes the command lines of macOS' `say` and of the PowerShell that the engine starts, since neither is
 * had here: it lists what it is given, and speaks a tone, a twentieth of a second for each letter.
 *
 * @param list what it prints when it is asked for its voices
 */
export function systemStandIn(folder: string, list: string) {
  const command = join(folder, 'speaker')
  const calls = join(folder, 'calls.jsonl')
  const script = `#!${process.execPath}
const { appendFileSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
const told = args[args.indexOf('-EncodedCommand') + 1]
const powershell = args.includes('-EncodedCommand') ? Buffer.from(told, 'base64').toString('utf16le') : ''
if (args.join(' ') === '-v ?' || powershell.includes('GetInstalledVoices')) {
  process.stdout.write(${JSON.stringify(list)})
} else {
  const voice = powershell ? process.env.PAUSECUT_SYSTEM_VOICE : args[args.indexOf('-v') + 1]
  const wav = powershell ? process.env.PAUSECUT_SYSTEM_WAV : args[args.indexOf('-o') + 1]
  let input = ''
  process.stdin.setEncoding('utf8').on('data', (text) => (input += text)).on('end', () => {
    appendFileSync(${JSON.stringify(calls)}, JSON.stringify({ args, voice, input }) + '\\n')
    const letters = (input.match(/\\p{L}/gu) ?? []).length
    const sound = Buffer.alloc(letters * 2205)
    for (let at = 0; at < sound.length / 2; at++) sound.writeInt16LE(Math.round(9000 * Math.sin(at / 9)), 2 * at)
    const head = Buffer.alloc(44)
    head.write('RIFF'); head.writeUInt32LE(36 + sound.length, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(16, 16)
    head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(22050, 24); head.writeUInt32LE(44100, 28)
    head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34); head.write('data', 36); head.writeUInt32LE(sound.length, 40)
    writeFileSync(wav, Buffer.concat([head, sound]))
  })
}
`
  writeFileSync(command, script)
  chmodSync(command, 0o755)
  const calledWith = (): SystemCall[] =>
    existsSync(calls)
      ? readFileSync(calls, 'utf8')
          .trim()
          .split('\n')
          .map((line): SystemCall => JSON.parse(line))
      : []
  return { command, calledWith }
}
