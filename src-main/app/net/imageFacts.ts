/** What a picture file says of itself in its first bytes. */
export interface PictureFacts {
  readonly type: 'png' | 'jpeg' | 'webp'
  /** Pixels, as stored. */
  readonly width: number
  readonly height: number
}

/**
 * Reads type and size of a PNG (W3C PNG §11.2.2), JPEG (ITU T.81 B.2.2) or WebP (RFC 9649 §2.5 to 2.7) without decoding
 * it, so that a picture bomb is known before it goes off. Undefined for anything else, or when cut off before its size.
 */
export function readPictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (starts(bytes, 0, '\x89PNG\r\n\x1a\n') && starts(bytes, 12, 'IHDR'))
      return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
    if (starts(bytes, 0, '\xff\xd8\xff')) return jpegFacts(view)
    if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return webpFacts(bytes, view)
  } catch (error) {
    // A DataView throws this, and only this, when the file ends too soon.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

// Frame headers: C0 to CF, but for DHT (C4), JPG (C8) and DAC (CC), which share the range.
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

function jpegFacts(view: DataView): PictureFacts | undefined {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else if (isFrame(marker)) return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function webpFacts(bytes: Uint8Array, view: DataView): PictureFacts | undefined {
  if (starts(bytes, 12, 'VP8X')) return { type: 'webp', width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (starts(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true)
    return { type: 'webp', width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) }
  }
  if (starts(bytes, 12, 'VP8 '))
    return { type: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  return undefined
}

const uint24 = (view: DataView, at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

function starts(bytes: Uint8Array, at: number, text: string): boolean {
  return (
    bytes.length >= at + text.length && [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
  )
}
