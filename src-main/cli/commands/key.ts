import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { findKey } from '#app/speech/findKey.ts'
import { createKeychain } from '#engines/keychain/keychain.ts'
import { appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { printError } from '../terminal/printError.ts'
import { printResult } from '../terminal/printResult.ts'
import { openScreen } from '../terminal/screen.ts'
import { exitCodes } from '../terminal/usage.ts'

const keychain = createKeychain('openai-key')
const err = openScreen(process.stderr)

/** `pausecut key set`: keeps the key that is typed unseen or piped in. `typed`: something stood on the command line. */
export async function setKey(typed: boolean): Promise<number> {
  if (typed) {
    const reason =
      'The key does not belong on the command line, where others can read it; run `pausecut key set` alone.'
    printError(appError('REQUEST_INVALID', { reason: words(reason) }), err)
    return exitCodes.wrongUse
  }
  const key = checkKey(
    process.stdin.isTTY ? await askUnseen('OpenAI key (it stays unseen): ') : await text(process.stdin),
  )
  if (!key.ok) {
    printError(key.error, err)
    return exitCodes.wrongUse
  }
  return printResult(await keychain.set(key.value), () => 'The key is in the keychain.')
}

/** `pausecut key delete`. */
export async function deleteKey(): Promise<number> {
  return printResult(await keychain.delete(), (there) =>
    there ? 'The key is gone from the keychain.' : 'There was no key in the keychain.',
  )
}

/** `pausecut key status`: where a key is, never the key. */
export async function keyStatus(): Promise<number> {
  const { place, problem } = await findKey(keychain)
  if (problem) return printResult(fail(problem), () => '')
  const sentences = {
    environment: 'The key comes from OPENAI_API_KEY in the environment.',
    keychain: 'The key is in the keychain.',
    nowhere: 'There is no key; add one with `pausecut key set`.',
  }
  return printResult(ok(place), (where) => sentences[where])
}

function checkKey(typed: string): Result<string> {
  const key = typed.trim()
  if (/^[\x21-\x7e]+$/.test(key)) return ok(key)
  const reason = key === '' ? 'No key was given; nothing was changed.' : 'A key has no spaces; paste the key alone.'
  return fail(appError('REQUEST_INVALID', { reason: words(reason) }))
}

/** Asks on the terminal without showing what is typed. */
async function askUnseen(question: string): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true })
  lines.on('SIGINT', () => {
    process.stderr.write('\n')
    process.exit(130)
  })
  process.stderr.write(question)
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
