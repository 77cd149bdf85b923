import { resolve } from 'node:path'
import { dataFolder } from '#app/data/dataFolder.ts'
import { addPack } from '#app/voices/addPack.ts'
import { checkPack } from '#app/voices/checkPack.ts'
import { addressesOf } from '#app/voices/download/addressesOf.ts'
import { openGivenFiles } from '#app/voices/files/givenFiles.ts'
import { findPresence } from '#app/voices/findPresence.ts'
import { openDownload } from '#app/voices/openDownload.ts'
import { packFolder } from '#app/voices/packFolder.ts'
import { removePack } from '#app/voices/removePack.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { formatSize } from '#shared/format.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { packSize, type VoicePack, voicePacks } from '#shared/speech/voicePacks.ts'
import { stopSignals } from '../machine/stopSignals.ts'
import { askOnTerminal } from '../terminal/askOnTerminal.ts'
import { printError } from '../terminal/printError.ts'
import { packProgress } from '../terminal/progress/packProgress.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** The flags of `pausecut voices add` as they were typed. */
export interface AddFlags {
  readonly from?: string
  readonly yes?: boolean
}

/** What these commands work with; tests bring their own. */
export interface PackMachine {
  readonly packs: readonly VoicePack[]
  readonly home: string
  readonly env: NodeJS.ProcessEnv
  readonly out: ReturnType<typeof openScreen>
  readonly err: ReturnType<typeof openScreen>
  /** Asks a question on the terminal; undefined where there is nobody to ask. */
  readonly ask: ((question: string, signal: AbortSignal) => Promise<string>) | undefined
}

function thisMachine(): PackMachine {
  return {
    packs: voicePacks,
    home: dataFolder(),
    env: process.env,
    out: openScreen(process.stdout),
    err: openScreen(process.stderr),
    ask: process.stdin.isTTY ? askOnTerminal : undefined,
  }
}

/** `pausecut voices add NAME`: says what would be fetched and from where, asks, and fetches it. */
export async function addVoicePack(name: string, flags: AddFlags, machine = thisMachine()): Promise<number> {
  const { home, env, out, err } = machine
  const pack = find(name, machine)
  if (!pack.ok) return wrongUse(pack.error, machine)
  const stop = stopSignals()
  const { state, done } = await findPresence(home, pack.value)
  if (state !== 'whole') out.write(describe(pack.value, done, flags.from, machine))
  const agreed = state === 'whole' || flags.from !== undefined || (await agree(flags, machine, stop.signal))
  if (agreed === 'nobody') {
    const reason = `Nobody is here to be asked; run \`pausecut voices add ${name} --yes\`.`
    return wrongUse(appError('REQUEST_INVALID', { reason: words(reason) }), machine)
  }
  if (!agreed) {
    out.write('Nothing was fetched.\n')
    return stop.exitCode() ?? exitCodes.done
  }
  const { signal } = stop
  const source =
    flags.from === undefined
      ? openDownload(pack.value, { signal, env })
      : openGivenFiles(pack.value, resolve(flags.from), signal)
  const progress = packProgress(err, name)
  const added = await addPack(pack.value, { home, source, signal, told: progress.told })
  progress.close()
  await source.close()
  if (!added.ok) {
    printError(added.error, err)
    return stop.exitCode() ?? exitCodes.failed
  }
  const heard = pack.value.verified
    ? ''
    : ' It was not yet tested with the real model: please listen before you publish.'
  out.write(`${name} is here, and every file is as it should be.${heard}\n`)
  return exitCodes.done
}

/** `pausecut voices remove NAME`. */
export async function removeVoicePack(name: string, machine = thisMachine()): Promise<number> {
  const pack = find(name, machine)
  if (!pack.ok) return wrongUse(pack.error, machine)
  const { done } = await findPresence(machine.home, pack.value)
  const removed = await removePack(machine.home, name)
  if (!removed.ok) return failed(removed.error, machine)
  machine.out.write(
    removed.value ? `${name} is gone; ${formatSize(done)} are free again.\n` : `${name} was not here.\n`,
  )
  return exitCodes.done
}

/** `pausecut voices check [NAME]`: reads every file of one pack, or of all that are here. */
export async function checkVoicePacks(name: string | undefined, machine = thisMachine()): Promise<number> {
  const { packs, home, out } = machine
  const named = name === undefined ? ok(undefined) : find(name, machine)
  if (!named.ok) return wrongUse(named.error, machine)
  const stop = stopSignals()
  let code: number = exitCodes.done
  let count = 0
  for (const pack of named.value ? [named.value] : packs) {
    const { state, done } = await findPresence(home, pack)
    if (!named.value && state === 'absent') continue
    count++
    if (state === 'begun') {
      out.write(`${pack.name}: ${formatSize(done)} of ${formatSize(packSize(pack))} are here; ${goOn(pack)}\n`)
      if (named.value) code = exitCodes.failed
      continue
    }
    const checked = await checkPack(home, pack.name, stop.signal)
    if (checked.ok) out.write(`${pack.name}: every file is as it should be (${formatSize(done)}).\n`)
    else code = failed(checked.error, machine)
  }
  if (count === 0) out.write('No voice pack is here; `pausecut voices add kokoro` fetches one.\n')
  return stop.exitCode() ?? code
}

const goOn = ({ name }: VoicePack) => `\`pausecut voices add ${name}\` goes on.`

function find(name: string, { packs }: PackMachine): Result<VoicePack> {
  const pack = packs.find((one) => one.name === name)
  const names = packs.map((one) => one.name).join(', ')
  return pack ? ok(pack) : fail(appError('VOICE_PACK_UNKNOWN', { name, packs: names }))
}

/** What a pack is, before anything of it is fetched. */
function describe(pack: VoicePack, done: number, from: string | undefined, { out, env, home }: PackMachine): string {
  const languages = new Intl.DisplayNames('en', { type: 'language' })
  const hosts = new Set(pack.files.flatMap((file) => addressesOf(pack, file, env).slice(0, 1)).map(hostOf))
  const rows = [
    ['speaks', pack.languages.map((code) => languages.of(code)).join(', ')],
    ['size', `${formatSize(packSize(pack))}${done > 0 ? `, of which ${formatSize(done)} are here` : ''}`],
    ['licence', `${pack.licence.name} (${pack.licence.url})`],
    ['from', from ?? [...hosts].join(', ')],
    ['into', packFolder(home, pack.name)],
  ] as const
  const lines = rows.map(([what, value]) => `  ${out.paint('dim', what.padEnd(9))}${value}\n`)
  return `${out.paint('bold', pack.name)}\n${lines.join('')}`
}

const hostOf = (address: string) => URL.parse(address)?.host ?? address

async function agree({ yes }: AddFlags, { ask }: PackMachine, signal: AbortSignal): Promise<boolean | 'nobody'> {
  if (yes) return true
  if (!ask) return 'nobody'
  const answer = await ask('Fetch it? [Y/n] ', signal).catch(() => 'n')
  return /^\s*(y(es)?)?\s*$/i.test(answer)
}

function failed(error: AppError, { err }: PackMachine): number {
  printError(error, err)
  return exitCodes.failed
}

function wrongUse(error: AppError, machine: PackMachine): number {
  failed(error, machine)
  return exitCodes.wrongUse
}
