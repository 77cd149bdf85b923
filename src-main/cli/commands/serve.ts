import { setFlagsFromString } from 'node:v8'
import { webhookBody } from '#api/present/webhookBody.ts'
import { startApi } from '#api/server/startApi.ts'
import { dataFolder, looksFolder } from '#app/data/dataFolder.ts'
import { makeDataFolder } from '#app/data/makeDataFolder.ts'
import { jsonLog } from '#app/log.ts'
import { openLooks } from '#app/looks/lookLibrary.ts'
import { createKeychain, readIfAny } from '#engines/keychain/keychain.ts'
import { openStore } from '#engines/sqlite/openStore.ts'
import { appError } from '#shared/errors.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { StoreFailure } from '#shared/storeFailure.ts'
import { openServedJobs, type ServedJobs } from '../machine/openServedJobs.ts'
import { stopSignals } from '../machine/stopSignals.ts'
import { version } from '../machine/version.ts'
import { planServe, type ServeFlags, type ServePlan } from '../plans/planServe.ts'
import { printError, printUnexpected } from '../terminal/printError.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

/** Milliseconds that running jobs get to come to an end once the server is asked to stop. */
const grace = 10_000

const err = openScreen(process.stderr)
const log = jsonLog((line) => process.stderr.write(line))

/** `pausecut serve`: the REST API until a signal ends it. The value is the exit code. */
export async function serve(flags: ServeFlags): Promise<number> {
  // A service that is always there should hold little: without this, V8 lets garbage pile up to hundreds of megabytes.
  setFlagsFromString('--optimize-for-size')
  // All that it writes lies in the data folder, and is its owner's alone.
  process.umask(0o077)
  const stop = stopSignals()
  const planned = planServe(flags)
  if (!planned.ok) {
    printError(planned.error, err)
    return exitCodes.wrongUse
  }
  try {
    const served = await run(planned.value, flags.verbose === true, stop.signal)
    if (served.ok) return exitCodes.done
    printError(served.error, err, flags.verbose)
  } catch (error) {
    if (error instanceof StoreFailure) printError(error.error, err, flags.verbose)
    else printUnexpected(error, err, flags.verbose === true)
  }
  return exitCodes.failed
}

async function run(plan: ServePlan, verbose: boolean, signal: AbortSignal): Promise<Result<void>> {
  const token = await tokenOf(plan)
  if (!token.ok) return token
  const home = dataFolder()
  makeDataFolder(home)
  const store = openStore(home)
  if (!store.ok) return store
  try {
    // Webhooks are called only once it listens, so its address is known by then.
    let publicUrl = ''
    const served = await openServedJobs({
      plan,
      home,
      store: store.value,
      version: version(),
      webhooks: { secret: webhookSecret, body: (job, delivery) => webhookBody(job, delivery, publicUrl) },
      log,
    })
    if (!served.ok) return served
    try {
      const onListening = (url: string) => {
        publicUrl = url
      }
      return await listen({ ...plan, ...token.value }, { home, jobs: served.value, onListening }, verbose, signal)
    } finally {
      served.value.endHosts()
    }
  } finally {
    store.value.close()
  }
}

interface Behind {
  readonly home: string
  readonly jobs: ServedJobs
  /** Called with the address that others reach the API under. */
  readonly onListening: (publicUrl: string) => void
}

async function listen(plan: ServePlan, behind: Behind, verbose: boolean, signal: AbortSignal): Promise<Result<void>> {
  const { home, jobs, onListening } = behind
  const looks = openLooks(looksFolder(home))
  const api = await startApi({
    ...plan,
    service: jobs.service,
    log,
    version: version(),
    findLook: async (name) => (await looks.find(name))?.look,
    ...(verbose && { onAnswered: ({ method, path, status, took }) => log('answered', { method, path, status, took }) }),
  })
  if (!api.ok) return api
  const { origin, publicUrl, close } = api.value
  onListening(publicUrl)
  await jobs.start()
  process.stdout.write(`Pausecut API listening on ${origin}\n`)
  await stopped(signal)
  // Questions are still answered while jobs come to their end.
  await jobs.close(grace)
  await close()
  return ok(undefined)
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

async function tokenOf({ token, tokenFromKeychain }: ServePlan): Promise<Result<{ token?: string }>> {
  if (token !== undefined) return ok({ token })
  if (!tokenFromKeychain) return ok({})
  const secret = await createKeychain('api-token').read()
  if (!secret.ok) return secret
  return secret.value === null ? fail(appError('TOKEN_MISSING')) : ok({ token: secret.value })
}

/**
 * From the environment, else the keychain. Without one, calls go out unsigned and the log of deliveries says so. Fails
 * with KEYCHAIN_UNAVAILABLE where nobody can tell whether there is one.
 */
async function webhookSecret(): Promise<Result<string | null>> {
  const { PAUSECUT_WEBHOOK_SECRET: secret } = process.env
  return secret ? ok(secret) : readIfAny('webhook-secret')
}
