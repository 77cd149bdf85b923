import type { AppEvent, Snapshot } from '#shared/desktop/appContract.ts'
import type { Client } from '../client.ts'
import type { AppState, AppStore } from './appStore.ts'
import { runCommand } from './commands.ts'

/**
 * Fills the store: one snapshot, then every event after it. Events that come while the snapshot is on its way wait
 * and are applied if they are newer. The returned function ends it.
 */
export function connect(store: AppStore, client: Client): () => void {
  let at: number | undefined
  const early: [AppEvent, number][] = []
  const end = client.onEvent((event, number) => {
    if (at === undefined) early.push([event, number])
    else if (number > at) apply(store, event)
  })
  client.snapshot({}).then((snapshot) => {
    if (!snapshot.ok) {
      store.getState().tell({ kind: 'trouble', error: snapshot.error })
      return
    }
    begin(store, snapshot.value)
    at = snapshot.value.at
    for (const [event, number] of early) if (number > at) apply(store, event)
    void store.getState().findEditorJob()
  })
  return end
}

function begin(store: AppStore, { at, draft, exportFolder, previewOff, pictures, ...rest }: Snapshot): void {
  store.setState({ ...rest, exportFolder, images: pictures })
  store.getState().showDraft(draft)
  store.setState({ ready: true, previewOff })
}

type Of<Type extends AppEvent['type']> = Extract<AppEvent, { type: Type }>

/** What each event changes: a part of the state that takes the place of the one before, or what a slice makes of it. */
const changes: {
  readonly [Type in AppEvent['type']]: (
    event: Of<Type>,
    state: AppState,
    store: AppStore,
  ) => Partial<AppState> | undefined
} = {
  job: ({ job }, { keepJob }) => void keepJob(job),
  'job-removed': ({ id }, { dropJob }) => void dropJob(id),
  'under-way': ({ job, parts }, { keepUnderWay }) => void keepUnderWay(job, parts),
  results: ({ entry }, { keepEntry }) => void keepEntry(entry),
  'results-removed': ({ job }, { dropEntry }) => void dropEntry(job),
  settings: ({ settings, language }, { app }) => ({ settings, app: { ...app, language } }),
  'export-folder': ({ folder }) => ({ exportFolder: folder }),
  draft: ({ draft }, { showDraft }) => void showDraft(draft),
  drafts: ({ drafts }) => ({ drafts }),
  looks: ({ looks }) => ({ looks }),
  pictures: ({ pictures }) => ({ images: pictures }),
  key: ({ key }) => ({ key }),
  engine: ({ engine }, { app }) => ({ app: { ...app, engine } }),
  api: ({ api }) => ({ api }),
  request: ({ request }, { addRequest }) => void addRequest(request),
  updates: ({ updates }) => ({ updates }),
  packs: ({ packs }) => ({ packs }),
  command: ({ command }, _, store) => void runCommand(store, command),
  trouble: ({ error }, { tell }) => void tell({ kind: 'trouble', error }),
  'import-notes': ({ notes }, { tell }) => void tell({ kind: 'import-notes', notes }),
}

function apply<Type extends AppEvent['type']>(store: AppStore, event: Of<Type>): void {
  const change = changes[event.type as Type](event, store.getState(), store)
  if (change) store.setState(change)
}
