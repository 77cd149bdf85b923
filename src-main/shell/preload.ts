import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { AppEvent } from '#shared/desktop/appContract.ts'
import { type Bridge, type Calls, channelOf, eventChannel } from '#shared/desktop/bridge.ts'
import { appOwnOperations, serviceOperations } from '#shared/desktop/operations.ts'

// One action of the main process each. The page can name neither a channel nor anything that is not in the bridge.
const calls = Object.fromEntries(
  [...serviceOperations, ...appOwnOperations].map((name) => [
    name,
    (input: unknown) => ipcRenderer.invoke(channelOf(name), input),
  ]),
) as Calls

const bridge: Bridge = {
  ...calls,
  // A File that the page made itself has no path.
  useExportFolder: (folder) => calls.useExportFolder({ path: webUtils.getPathForFile(folder as File) }),

  onEvent: (listener) => {
    const follow = (_: IpcRendererEvent, event: AppEvent, at: number) => listener(event, at)
    ipcRenderer.on(eventChannel, follow)
    return () => void ipcRenderer.off(eventChannel, follow)
  },
}

contextBridge.exposeInMainWorld('pausecut', bridge)
