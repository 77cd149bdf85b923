import { isOwnNetwork } from '#app/net/isOwnNetwork.ts'
import { checkServer } from '#app/speech/checkServer.ts'
import { keyReader } from '#app/speech/findKey.ts'
import { createFliteAligner } from '#engines/align/fliteAligner.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createSoundDecoder } from '#engines/ffmpeg/sound/soundDecoder.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { createSpeechProbe } from '#engines/speech/openai/probeServer.ts'
import { closeSpeechEngines } from '#engines/speech/openSpeechEngines.ts'
import { serverAddress } from '#engines/speech/serverAddress.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { checkCost } from '#shared/speech/checkTexts.ts'
import { openSpeech } from '../machine/openSpeech.ts'
import { stopSignals } from '../machine/stopSignals.ts'
import { planBaseUrl } from '../plans/planEngine.ts'
import { askOnTerminal } from '../terminal/askOnTerminal.ts'
import { printError } from '../terminal/printError.ts'
import { showServer } from '../terminal/reports/serverTable.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** The flags of `pausecut voices check` as they were typed. */
export interface CheckFlags {
  readonly baseUrl?: string
  readonly model?: string
  readonly json?: boolean
  readonly yes?: boolean
}

/** `pausecut voices check --base-url …`: what a speech server really does, measured. */
export async function checkSpeechServer(
  flags: CheckFlags,
  out = openScreen(process.stdout),
  err = openScreen(process.stderr),
): Promise<number> {
  const baseUrl = planBaseUrl(flags, undefined, process.env)
  if (!baseUrl.ok) {
    printError(baseUrl.error, err)
    return exitCodes.wrongUse
  }
  const server = serverAddress(baseUrl.value)
  const stop = stopSignals()
  const { requests, characters } = checkCost
  err.write(`This sends ${characters.toLocaleString('en')} characters in ${requests} requests to ${server}.\n`)
  if (!isOwnNetwork(server) && !flags.yes) {
    if (!process.stdin.isTTY) {
      const reason = 'That may cost money, and nobody is here to be asked; add --yes where it may be spent.'
      printError(appError('REQUEST_INVALID', { reason: words(reason) }), err)
      return exitCodes.wrongUse
    }
    const answer = await askOnTerminal('It may cost money. Go on? [y/N] ', stop.signal).catch(() => 'n')
    if (!/^\s*y(es)?\s*$/i.test(answer)) {
      err.write('Nothing was sent.\n')
      return stop.exitCode() ?? exitCodes.done
    }
  }
  const keychain = createKeychain('openai-key')
  const speech = openSpeech(baseUrl.value, keychain)
  const aligner = createFliteAligner()
  const probe = createSpeechProbe({
    baseUrl: baseUrl.value,
    model: flags.model,
    key: keyReader(keychain),
    decoder: createSoundDecoder(() => locateFfmpeg()),
    engine: speech.openai,
  })
  const onStep = (step: number, steps: number) => {
    if (err.live) err.write(`\r${step} of ${steps} `)
  }
  const report = await checkServer({ probe, aligner, onStep }, stop.signal)
  if (err.live) err.write('\r\u001b[K')
  await Promise.all([closeSpeechEngines(speech), aligner.close()])
  if (!report.ok) {
    if (stop.exitCode() === undefined) printError(report.error, err)
    return stop.exitCode() ?? exitCodes.failed
  }
  out.write(flags.json ? `${JSON.stringify(report.value, null, 2)}\n` : showServer(report.value, out))
  return report.value.formats.some(({ got }) => got !== undefined) ? exitCodes.done : exitCodes.failed
}
