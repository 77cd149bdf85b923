import type { Operation } from '../job/contract.ts'

// Names alone, without the schemas of the contracts: the preload is loaded before every page and derives its bridge
// from them.

/** Operations of the job service that the app hands on as they are. */
export const serviceOperations = [
  'jobStatus',
  'job',
  'listJobs',
  'cancelJob',
  'retryJob',
  'deleteJob',
  'voices',
  'listVoices',
  'estimate',
  'deliveries',
  'redeliver',
] as const satisfies readonly Operation[]

/** Operations of the app's own; `appContract` has exactly these besides. */
export const appOwnOperations = [
  'snapshot',
  'changeSettings',
  'importPronunciations',
  'takePronunciations',
  'chooseExportFolder',
  'useExportFolder',
  'clearExportFolder',
  'saveDraft',
  'newDraft',
  'openDraft',
  'deleteDraft',
  'restoreDraft',
  'chooseScript',
  'openScript',
  'chooseBackground',
  'takeBackground',
  'fetchBackground',
  'forgetPicture',
  'chooseLogo',
  'chooseMusic',
  'saveLook',
  'deleteLook',
  'importLook',
  'exportLook',
  'previewPicture',
  'previewCaptions',
  'previewSpeech',
  'sampleVoice',
  'stopPreview',
  'make',
  'library',
  'libraryEntry',
  'removeResults',
  'keepResults',
  'showInFolder',
  'copyPath',
  'dragOut',
  'setApi',
  'makeToken',
  'copyToken',
  'removeToken',
  'setKey',
  'deleteKey',
  'testKey',
  'copyText',
  'setTitle',
  'checkForUpdates',
  'installUpdate',
  'reportFault',
] as const

export type AppOperation = (typeof serviceOperations)[number] | (typeof appOwnOperations)[number]
