import { appError } from '#shared/errors.ts'
import { phrase } from '#shared/phrases.ts'
import { fail, type Result } from '#shared/result.ts'
import type { VoicePack } from '#shared/speech/voicePacks.ts'
import type { PackSource } from './addPack.ts'
import { addressesOf } from './download/addressesOf.ts'
import { fetchFile, type Patience, usualPatience } from './download/fetchFile.ts'
import { openTransport, type Transport } from './download/openTransport.ts'

export interface DownloadParts {
  readonly signal: AbortSignal
  readonly patience?: Patience
  readonly env?: NodeJS.ProcessEnv
}

/** What no other address helps against. */
const lasting: ReadonlySet<string> = new Set(['CANCELLED', 'DISK_FULL', 'FOLDER_READ_ONLY', 'FOLDER_IS_FILE'])

/**
 * A pack's files from the network: each from the first of its addresses that sends it whole and right. What has failed
 * at all of them fails as at the first one (see fetchFile).
 */
export function openDownload(
  pack: VoicePack,
  { signal, patience = usualPatience, env = process.env }: DownloadParts,
): PackSource {
  let opening: Promise<Transport> | undefined
  return {
    async bring(file, path, told) {
      opening ??= openTransport(env)
      const transport = await opening.catch(() => undefined)
      if (!transport) {
        const [address = ''] = addressesOf(pack, file, env)
        const host = URL.parse(address)?.host ?? address
        return fail(appError('VOICE_PACK_UNREACHABLE', { host, reason: phrase('PROXY_NO_ADDRESS') }))
      }
      let failed: Result<void> | undefined
      for (const address of addressesOf(pack, file, env)) {
        const fetched = await fetchFile(address, file, path, { transport, patience, signal, told })
        if (fetched.ok || lasting.has(fetched.error.code)) return fetched
        failed ??= fetched
      }
      return failed!
    },
    async close() {
      await (await opening?.catch(() => undefined))?.close()
    },
  }
}
