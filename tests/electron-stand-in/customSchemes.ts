import type { Protocol } from 'electron'

type Handler = Parameters<Protocol['handle']>[1]

/**
 * `protocol.handle` without Chromium's help: app://bundle/x goes to Chromium as https://bundle.app.stand-in.invalid/x,
 * and each such request is answered by the handler before it reaches a network.
 */
export class CustomSchemes implements Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> {
  static readonly #suffix = '.stand-in.invalid'
  readonly #handlers = new Map<string, Handler>()

  registerSchemesAsPrivileged(): void {}

  handle(scheme: string, handler: Handler): void {
    this.#handlers.set(scheme, handler)
  }

  /** Requests that Chromium must hand over. */
  get pattern(): string {
    return `https://*${CustomSchemes.#suffix}/*`
  }

  toChromium(url: string): string {
    const match = /^([a-z]+):\/\/([^/?#]*)(.*)$/i.exec(url)
    if (!match || !this.#handlers.has(match[1]!)) return url
    return `https://${match[2]}.${match[1]}${CustomSchemes.#suffix}${match[3] || '/'}`
  }

  fromChromium(url: string): string {
    const match = /^https:\/\/(.+)\.([a-z]+)\.stand-in\.invalid(.*)$/i.exec(url)
    return match ? `${match[2]}://${match[1]}${match[3]}` : url
  }

  /** The handler's answer; undefined for a request that is none of its business. */
  async answer(chromiumUrl: string, method: string, headers: Record<string, string>): Promise<Response | undefined> {
    const url = this.fromChromium(chromiumUrl)
    const handler = this.#handlers.get(url.slice(0, url.indexOf(':')))
    if (!handler || url === chromiumUrl) return undefined
    const request = new Request(chromiumUrl, { method, headers })
    // A Request takes no address of an unknown scheme.
    return handler(Object.defineProperty(request, 'url', { value: url }))
  }
}
