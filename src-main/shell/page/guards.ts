import type { App, Session, Shell, WebContents } from 'electron'
import type { Log } from '#app/log.ts'
import { appOrigin } from './appProtocol.ts'

/**
 * Keeps every page that the app ever opens where it belongs: no way to another address, no window of its own, no
 * permission, no download, no embedded browser. An https link goes to the person's browser.
 */
export function guardPages(app: App, session: Session, shell: Pick<Shell, 'openExternal'>, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log('permission denied', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => guardContents(contents, shell, log))
}

function guardContents(contents: WebContents, shell: Pick<Shell, 'openExternal'>, log: Log): void {
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (isOwn(url)) return
    log('navigation refused', { url })
    event.preventDefault()
  }
  contents.on('will-navigate', (event, url) => stay(event, url))
  contents.on('will-redirect', (event, url) => stay(event, url))
  contents.on('will-frame-navigate', (event) => stay(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (URL.parse(url)?.protocol === 'https:')
      shell.openExternal(url).catch((error: unknown) => log('link not opened', { url, error: String(error) }))
    else log('window refused', { url })
    return { action: 'deny' }
  })
}

const isOwn = (url: string) => {
  const { protocol, host } = URL.parse(url) ?? { protocol: '', host: '' }
  return `${protocol}//${host}` === appOrigin
}
