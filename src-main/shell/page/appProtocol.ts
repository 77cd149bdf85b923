import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { FindMedia } from '#app/desktop/library/media.ts'
import { serveFile } from './serveFile.ts'

export const appScheme = 'app'
export const appOrigin = 'app://bundle'

/** What the page may load: its own files, and nothing that could be put into it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

const mediaPlaces = /^\/(?:media|stills|pictures|previews|speech)\//

/**
 * Answers the page's requests for app://bundle: its own files out of `bundle`, and media that the app gave it the
 * address of. Everything else is 404, whatever lies there.
 */
export function createAppProtocol(bundle: string, findMedia: FindMedia): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    const origin = `${url.protocol}//${url.host}`
    if (origin !== appOrigin) return refuse(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const path = mediaPlaces.test(url.pathname)
      ? await findMedia(url.pathname)
      : await findBundled(bundle, url.pathname)
    return path === undefined ? refuse(404) : serveFile(request, path, headers)
  }
}

const refuse = (status: number) => new Response(null, { status, headers })

/** The file of the bundle, once every link and `..` is resolved. */
async function findBundled(bundle: string, pathname: string): Promise<string | undefined> {
  try {
    const folder = await realpath(bundle)
    const real = await realpath(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
    return real.startsWith(folder + sep) && (await stat(real)).isFile() ? real : undefined
  } catch {
    return undefined
  }
}
