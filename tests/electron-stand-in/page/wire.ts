import type { Wire } from './preloadModules.ts'

/**
 * Values over JSON, with what the app sends beside plain data: bytes and arrays of floats. Used by the main process, and
 * as source text by the page; refers to nothing outside itself.
 */
export function createWire(): Wire {
  const mark = '\u0000type'
  const toBase64 = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  }
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

  function encodeOne(_key: string, value: unknown): unknown {
    if (value instanceof Uint8Array) return { [mark]: 'bytes', data: toBase64(value) }
    if (value instanceof Float32Array) {
      return { [mark]: 'floats', data: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
    }
    if (typeof value === 'function' || value instanceof Promise) throw new Error('An object could not be cloned.')
    return value
  }

  function decodeOne(_key: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !(mark in value)) return value
    const { [mark]: type, data = '' } = value as { [mark]: string; data?: string }
    if (type === 'bytes') return fromBase64(data)
    return type === 'floats' ? new Float32Array(fromBase64(data).buffer) : value
  }

  return {
    encode: (value) => JSON.stringify(value, encodeOne),
    decode: (text) => JSON.parse(text, decodeOne),
  }
}
