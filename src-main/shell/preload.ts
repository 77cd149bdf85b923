import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { AppEvent, AppInput, AppOperation, AppOutput } from '#shared/desktop/appContract.ts'
import { type Bridge, channelOf, eventChannel } from '#shared/desktop/bridge.ts'
import type { Result } from '#shared/result.ts'

/** One action of the main process. The page can name neither a channel nor anything that is not in the bridge. */
const action =
  <Name extends AppOperation>(name: Name) =>
  (input: AppInput<Name>): Promise<Result<AppOutput<Name>>> =>
    ipcRenderer.invoke(channelOf(name), input)

const bridge: Bridge = {
  snapshot: action('snapshot'),

  jobStatus: action('jobStatus'),
  job: action('job'),
  listJobs: action('listJobs'),
  cancelJob: action('cancelJob'),
  retryJob: action('retryJob'),
  deleteJob: action('deleteJob'),
  voices: action('voices'),
  estimate: action('estimate'),
  deliveries: action('deliveries'),
  redeliver: action('redeliver'),
  make: action('make'),

  changeSettings: action('changeSettings'),
  chooseExportFolder: action('chooseExportFolder'),
  // A File that the page made itself has no path.
  useExportFolder: (folder) => action('useExportFolder')({ path: webUtils.getPathForFile(folder as File) }),
  clearExportFolder: action('clearExportFolder'),

  saveDraft: action('saveDraft'),
  newDraft: action('newDraft'),
  openDraft: action('openDraft'),
  deleteDraft: action('deleteDraft'),
  restoreDraft: action('restoreDraft'),
  chooseScript: action('chooseScript'),
  openScript: action('openScript'),

  chooseBackground: action('chooseBackground'),
  takeBackground: action('takeBackground'),
  fetchBackground: action('fetchBackground'),
  forgetPicture: action('forgetPicture'),
  chooseLogo: action('chooseLogo'),
  chooseMusic: action('chooseMusic'),
  saveLook: action('saveLook'),
  deleteLook: action('deleteLook'),
  importLook: action('importLook'),
  exportLook: action('exportLook'),

  previewPicture: action('previewPicture'),
  previewCaptions: action('previewCaptions'),
  previewSpeech: action('previewSpeech'),
  sampleVoice: action('sampleVoice'),
  stopPreview: action('stopPreview'),

  library: action('library'),
  libraryEntry: action('libraryEntry'),
  removeResults: action('removeResults'),
  keepResults: action('keepResults'),
  showInFolder: action('showInFolder'),
  copyPath: action('copyPath'),
  dragOut: action('dragOut'),

  setApi: action('setApi'),
  makeToken: action('makeToken'),
  copyToken: action('copyToken'),
  removeToken: action('removeToken'),
  setKey: action('setKey'),
  deleteKey: action('deleteKey'),
  testKey: action('testKey'),

  copyText: action('copyText'),
  setTitle: action('setTitle'),
  checkForUpdates: action('checkForUpdates'),
  installUpdate: action('installUpdate'),
  reportFault: action('reportFault'),

  onEvent: (listener) => {
    const follow = (_: IpcRendererEvent, event: AppEvent, at: number) => listener(event, at)
    ipcRenderer.on(eventChannel, follow)
    return () => void ipcRenderer.off(eventChannel, follow)
  },
}

contextBridge.exposeInMainWorld('pausecut', bridge)
