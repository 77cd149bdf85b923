import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { sniffSound } from '#files/sniffSound.ts'
import { largestAnswer } from './largestAnswer.ts'

const unzip = promisify(gunzip)

/** Characters of base64 that are looked at to tell whether it holds a sound. */
const head = 64

/**
 * Takes off what some servers and gateways put around a sound: gzip, a byte order mark, base64, a `data:` URI. Anything
 * else is given back as it is, as is what does not hold a sound inside.
 */
export async function unwrapSound(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const inside = await unzip(bytes, { maxOutputLength: largestAnswer }).catch(() => undefined)
    return inside ? unwrapSound(inside) : bytes
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const bare = marked ? bytes.subarray(3) : bytes
  if (sniffSound(bare)) return bare
  return unwrapText(bare) ?? bytes
}

/** The sound in base64 text, in quotes or not; undefined where it is none. */
function unwrapText(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = /^\s*"?(?:data:[^,]{0,200};base64,)?/.exec(buffer.toString('latin1', 0, 300))?.[0].length ?? 0
  const first = buffer.toString('latin1', start, start + head)
  if (!/^[\w+/=\s-]{16,}$/.test(first) || !sniffSound(Buffer.from(first, 'base64'))) return undefined
  const text = buffer.toString('latin1', start)
  return /^[\w+/=\s-]+"?\s*$/.test(text) ? Buffer.from(text, 'base64') : undefined
}
