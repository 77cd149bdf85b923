import { availableParallelism } from 'node:os'
import { dataFolder } from '#app/data/dataFolder.ts'
import { prepareDataFolder } from '#app/data/prepareDataFolder.ts'
import { findKey } from '#app/speech/findKey.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { createBuiltinSpeech } from '#engines/speech/builtin/builtinSpeech.ts'
import type { Result } from '#shared/result.ts'
import { describeFindings, type Findings, obstacles } from '../terminal/doctorReport.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** `pausecut doctor`: what is on this machine and what is missing. Exit code 1 where it can not render. */
export async function doctor(): Promise<number> {
  const home = dataFolder()
  const [ffmpeg, builtin, key, writable] = await Promise.all([
    locateFfmpeg(),
    tryBuiltin(),
    findKey(createKeychain('openai-key')),
    tryFolder(home),
  ])
  const findings: Findings = { ffmpeg, builtin, key, home, writable, cores: availableParallelism() }
  const screen = openScreen(process.stdout)
  screen.write(describeFindings(findings, screen))
  return obstacles(findings).length === 0 ? exitCodes.done : exitCodes.failed
}

/** Whether it is there is seen by hearing it. */
async function tryBuiltin(): Promise<Result<unknown>> {
  const speech = createBuiltinSpeech()
  const spoken = await speech.speak({ text: 'Ready.', voice: 'nova', speed: 1 }, new AbortController().signal)
  await speech.close()
  return spoken
}

async function tryFolder(home: string): Promise<Result<unknown>> {
  const prepared = await prepareDataFolder(home)
  if (prepared.ok) await prepared.value.unmake()
  return prepared
}
