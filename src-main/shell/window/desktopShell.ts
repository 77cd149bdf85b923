import { type BrowserWindow, clipboard, dialog, nativeImage, nativeTheme, shell } from 'electron'
import type { Language } from '#shared/desktop/settings.ts'
import { scriptEndings } from '#shared/script/scriptEndings.ts'
import { shellTexts } from './texts.ts'

export interface SurroundingsParts {
  /** The app's window, once there is one. */
  readonly window: () => BrowserWindow | undefined
  readonly language: () => Language
  /** What is dragged when there is no still. */
  readonly icon: string
}

const filters = {
  script: [{ name: 'Text', extensions: [...scriptEndings] }],
  picture: [{ name: 'PNG, JPEG, WebP', extensions: ['png', 'jpg', 'jpeg', 'webp'] }],
  music: [{ name: 'MP3, M4A, WAV, OGG, FLAC', extensions: ['mp3', 'm4a', 'wav', 'ogg', 'flac'] }],
  look: [{ name: 'JSON', extensions: ['json'] }],
  pronunciations: [{ name: 'CSV, JSON, PLS', extensions: ['csv', 'json', 'pls', 'xml', 'txt'] }],
  folder: [],
}
type Choosable = keyof typeof filters

/** Pixels of what follows the pointer while files are dragged out. */
const dragSize = 96

/** Dialogs, clipboard, drag and drop, window: what the app asks of Electron. */
export function createDesktopShell({ window, language, icon }: SurroundingsParts) {
  const texts = () => shellTexts[language()]
  return {
    async choose(what: Choosable): Promise<string | undefined> {
      const options = {
        title: texts().choose[what],
        filters: filters[what],
        properties: what === 'folder' ? ['openDirectory' as const, 'createDirectory' as const] : ['openFile' as const],
      }
      const owner = window()
      const { filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options))
      return filePaths[0]
    },
    async chooseWhere(name: string): Promise<string | undefined> {
      const owner = window()
      const options = { defaultPath: name }
      const { filePath } = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options))
      return filePath || undefined
    },
    copy: (text: string) => clipboard.writeText(text),
    showInFolder: (path: string) => shell.showItemInFolder(path),
    dragOut(paths: readonly string[], picture: string | undefined): void {
      const dragImage = nativeImage.createFromPath(picture ?? icon).resize({ height: dragSize })
      // `file` is what older systems take; with `files` it is ignored.
      window()?.webContents.startDrag({ file: paths[0]!, files: [...paths], icon: dragImage })
    },
    setTitle: (title: string) => window()?.setTitle(title === '' ? 'Pausecut' : `${title} – Pausecut`),
    setTheme(theme: 'system' | 'light' | 'dark'): void {
      nativeTheme.themeSource = theme
    },
  }
}
