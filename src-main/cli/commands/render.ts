import { performance } from 'node:perf_hooks'
import { dataFolder, looksFolder } from '#app/data/dataFolder.ts'
import { besideScript } from '#app/looks/besideScript.ts'
import { openLooks } from '#app/looks/lookLibrary.ts'
import type { NamePlaces } from '#app/looks/resolveNames.ts'
import { keepJournal } from '#app/renders/keepJournal.ts'
import type { RunWatch } from '#app/run/jobRunner.ts'
import { type Opened, renderScript } from '#app/run/renderScript.ts'
import { chooseEngine } from '#app/speech/chooseEngine.ts'
import { findKey, keyReader } from '#app/speech/findKey.ts'
import { withVoices } from '#app/speech/withVoices.ts'
import { findWholePack } from '#app/voices/findWholePack.ts'
import { locateFfmpeg } from '#engines/ffmpeg/process/locateFfmpeg.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { appError } from '#shared/errors.ts'
import type { JobEnd, JobEvent } from '#shared/job/events.ts'
import type { JobRequest } from '#shared/job/request.ts'
import { ok, type Result } from '#shared/result.ts'
import { engines } from '#shared/speech/engines.ts'
import { deliveryOf } from '#shared/speech/spokenAs.ts'
import { openSpeech } from '../machine/openSpeech.ts'
import { stopSignals } from '../machine/stopSignals.ts'
import { finishLook } from '../plans/finishLook.ts'
import { planRender, type RenderFlags, type RenderPlan } from '../plans/planRender.ts'
import { type JobLog, openJobLog } from '../terminal/jobLog.ts'
import { printError, printUnexpected } from '../terminal/printError.ts'
import { barReporter } from '../terminal/progress/barReporter.ts'
import { lineReporter } from '../terminal/progress/lineReporter.ts'
import { jsonReporter, type Reporter } from '../terminal/progress/reporter.ts'
import { showReceipts } from '../terminal/reports/receipts.ts'
import { headline, summarise, whatStays } from '../terminal/reports/summary.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

const out = openScreen(process.stdout)
const err = openScreen(process.stderr)

/** `pausecut render`: one script to its files. The value is the exit code. */
export async function render(source: string, flags: RenderFlags): Promise<number> {
  const stop = stopSignals()
  const verbose = flags.verbose === true
  const home = dataFolder()
  const planned = await finishPlan(planRender(source, flags), home)
  if (!planned.ok) {
    printError(planned.error, err)
    return exitCodes.wrongUse
  }
  const plan = planned.value
  if (source === '-' && process.stdin.isTTY) err.write('Type the script; Ctrl-D on a line of its own ends it.\n')
  const startedAt = performance.now()
  const log = openJobLog()
  const reporter = flags.json ? jsonReporter((text) => process.stdout.write(text)) : humanReporter(plan)
  const tell = (event: JobEvent) => {
    log.on(event)
    reporter.on(event)
  }
  let broke: { readonly error: unknown } | undefined
  const end = await run(plan, home, { signal: stop.signal, emit: tell }).catch((error: unknown): JobEnd => {
    broke = { error }
    return { type: 'failed', job: log.job(), error: appError('UNEXPECTED'), artifacts: [...log.artifacts()] }
  })
  tell(end)
  reporter.close()
  if (end.type === 'completed') {
    if (!flags.json) showResult(plan, log, (performance.now() - startedAt) / 1000, flags.receipt === true)
    return exitCodes.done
  }
  if (broke) printUnexpected(broke.error, err, verbose)
  else {
    if (stop.exitCode() !== undefined) err.write('Stopped.\n')
    else for (const { error, part } of log.failures(end.error)) printError(error, err, verbose, part)
    if (!flags.json) err.write(whatStays(log.artifacts(), plan.folder))
  }
  return stop.exitCode() ?? exitCodes.failed
}

/** A plan whose look is finished. */
interface LookedPlan extends Omit<RenderPlan, 'look'> {
  readonly request: RenderPlan['request'] & Pick<JobRequest, 'look'>
  readonly places: NamePlaces
}

/** Reads what a plan names: its look and its pronunciations. What is not there, or not right, is wrong use too. */
async function finishPlan(planned: Result<RenderPlan>, home: string): Promise<Result<LookedPlan>> {
  if (!planned.ok) return planned
  const { look: choice, say, ...plan } = planned.value
  const looks = openLooks(looksFolder(home))
  const look = await finishLook(choice, looks)
  if (!look.ok) return look
  const finished = { ...plan, places: besideScript(plan.source, looks) }
  const request = { ...plan.request, look: look.value }
  if (say === undefined) return ok({ ...finished, request })
  const { readPronunciations } = await import('#app/speech/pronunciations/readPronunciations.ts')
  const list = await readPronunciations(say)
  if (!list.ok) return list
  const spokenAs = { ...request.spokenAs, pronunciations: [...list.value] }
  return ok({ ...finished, request: { ...request, spokenAs } })
}

async function run(plan: LookedPlan, home: string, watch: RunWatch): Promise<JobEnd> {
  const keychain = createKeychain('openai-key')
  const opened: { close(): Promise<void> }[] = []
  const open = async (): Promise<Result<Opened>> => {
    const { spokenAs } = plan.request
    const { engine: asked, voice } = spokenAs
    const engine = await chooseEngine(
      { engine: asked, baseUrl: plan.baseUrl, voice },
      { findKey: () => findKey(keychain), pack: () => findWholePack(home) },
    )
    if (!engine.ok) return engine
    const speech = openSpeech(plan.baseUrl, keychain)[engine.value]
    opened.push(speech)
    // The voice wakes up in a thread of its own, and ffmpeg says what it can do, while this one loads the rest.
    speech.wake?.()
    const located = locateFfmpeg()
    const delivery = deliveryOf((await withVoices(speech, watch.signal)).facts, spokenAs)
    if (!delivery.ok) return delivery
    const [{ openAligner, openTools }, { runJob }] = await Promise.all([
      import('../machine/tools.ts'),
      import('#app/run/runJob.ts'),
    ])
    const aligner = openAligner(keyReader(keychain), plan.transcription)
    opened.push(aligner)
    const tools = await openTools(aligner, home, located)
    if (!tools.ok) return tools
    return ok({
      engine: engine.value,
      run: keepJournal(home, (spec, watched) => runJob(spec, { ...tools.value, speech }, watched)),
    })
  }
  const end = await renderScript(plan, open, home, watch)
  // After a signal nothing is waited for: the program ends, and its workers with it.
  if (!watch.signal.aborted) await Promise.all(opened.map((part) => part.close()))
  return end
}

function humanReporter(plan: LookedPlan): Reporter {
  const reporter = out.live ? barReporter(out) : lineReporter(out)
  return {
    on(event) {
      if (event.type === 'started') out.write(`${headline({ ...plan.request, baseUrl: plan.baseUrl }, event, out)}\n`)
      reporter.on(event)
    },
    close: reporter.close,
  }
}

function showResult(plan: LookedPlan, log: JobLog, took: number, withReceipts: boolean): void {
  const { kind } = plan.request
  if (withReceipts) out.write(`\n${showReceipts(log.artifacts(), out)}`)
  out.write(`\n${summarise({ kind, artifacts: log.artifacts(), folder: plan.folder, took }, out)}`)
  const engine = log.engine()
  const hint = engine && engines[engine].hint
  if (hint) out.write(`${out.paint('dim', hint)}\n`)
}
