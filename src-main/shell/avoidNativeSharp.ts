import { registerHooks } from 'node:module'

/**
 * Electron on Linux links the system's GLib, sharp's native build brings another, and the two in one process end it at
 * the first picture (electron/electron#46323, lovell/sharp#4525). Without that build sharp takes its WebAssembly one,
 * which paints the same bytes. Must run before sharp is loaded.
 */
export function avoidNativeSharp(): void {
  if (process.platform !== 'linux') return
  registerHooks({
    resolve(name, context, next) {
      if (!name.startsWith('@img/sharp-linux')) return next(name, context)
      throw Object.assign(new Error(`${name} is left out on purpose`), { code: 'MODULE_NOT_FOUND' })
    },
  })
}
