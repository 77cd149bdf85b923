import { availableParallelism } from 'node:os'
import { dataFolder } from '#app/data/dataFolder.ts'
import { prepareDataFolder } from '#app/data/prepareDataFolder.ts'
import { findKey } from '#app/speech/findKey.ts'
import { withVoices } from '#app/speech/withVoices.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { closeSpeechEngines, type SpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import type { SpeaksWith } from '#ports/SpeechEngine.ts'
import { ok, type Result } from '#shared/result.ts'
import { type EngineName, engineNames, engines } from '#shared/speech/engines.ts'
import { deliveryOf, SpokenAs } from '#shared/speech/spokenAs.ts'
import { openSpeech } from '../machine/openSpeech.ts'
import { describeFindings, type Findings, obstacles } from '../terminal/reports/doctorReport.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** `pausecut doctor`: what is on this machine and what is missing. Exit code 1 where it can not render. */
export async function doctor(): Promise<number> {
  const home = dataFolder()
  const [ffmpeg, spoken, key, writable] = await Promise.all([
    locateFfmpeg(),
    trySpeech(),
    findKey(createKeychain('openai-key')),
    tryFolder(home),
  ])
  const findings: Findings = { ffmpeg, spoken, key, home, writable, cores: availableParallelism() }
  const screen = openScreen(process.stdout)
  screen.write(describeFindings(findings, screen))
  return obstacles(findings).length === 0 ? exitCodes.done : exitCodes.failed
}

/** Whether an engine that needs no key is there is seen by hearing it. */
async function trySpeech(): Promise<Findings['spoken']> {
  const opened = openSpeech(undefined)
  const free = engineNames.filter((name) => !engines[name].needsKey)
  const spoken = await Promise.all(free.map(async (name) => [name, await speakWord(opened[name])] as const))
  await closeSpeechEngines(opened)
  return new Map(spoken)
}

async function speakWord(engine: SpeechEngines[EngineName]): Promise<Result<SpeaksWith | undefined>> {
  const { signal } = new AbortController()
  const { facts } = await withVoices(engine, signal)
  const as = deliveryOf(facts, SpokenAs.parse({}))
  if (!as.ok) return as
  const spoken = await engine.speak({ text: 'Ready.', as: as.value }, signal)
  return spoken.ok ? ok(engine.speaksWith) : spoken
}

async function tryFolder(home: string): Promise<Result<unknown>> {
  const prepared = await prepareDataFolder(home)
  if (prepared.ok) await prepared.value.unmake()
  return prepared
}
