import { engines } from '#shared/speech/engines.ts'
import type { Client } from '../client.ts'
import type { AppState, AppStore } from './appStore.ts'
import { spoken, titleOf } from './cards.ts'
import { draftOf } from './slices/draftsSlice.ts'
import { selectedCard } from './slices/editorSlice.ts'
import { isUnfinished } from './slices/jobsSlice.ts'
import { engineOf, speechKey } from './slices/previewSlice.ts'

/** Milliseconds after the last change; typing goes before everything that follows from it. */
const rests = { save: 80, show: 60, backdrop: 60, estimate: 350, speak: 700 } as const

/** Longer texts are spoken only when somebody asks for it. */
const longestSpokenUnasked = 1500

/**
 * Does what follows from a change by itself: keeps the draft, draws the preview, estimates the cost, speaks with the
 * voice that costs nothing. The returned function keeps at once what still waits to be kept.
 */
export function follow(store: AppStore, client: Client): () => void {
  const { getState } = store
  after(
    store,
    ({ choices, previewOff }) => [choices.look, choices.kind, previewOff],
    rests.backdrop,
    () => getState().refreshBackdrop(),
  )
  after(
    store,
    (state) => {
      const { choices, speech, cards, previewOff } = state
      const { look, kind, spokenAs } = choices
      const card = selectedCard(state)
      const voice = speech.get(speechKey(card.text, state))
      return [card, look, kind, spokenAs.speed, cards.length, voice, previewOff]
    },
    rests.show,
    () => getState().refreshShown(),
  )
  after(
    store,
    ({ cards, choices, key }) => [cards, choices, key],
    rests.estimate,
    () => getState().refreshEstimate(),
  )
  after(
    store,
    (state) => [speechKey(selectedCard(state).text, state), state.previewOff],
    rests.speak,
    () => speakUnasked(getState()),
  )
  after(store, nameOf, rests.estimate, () => void client.setTitle({ title: nameOf(getState())[0] }))
  return autosave(store, client)
}

/** Runs `act` when what `watch` returns has changed and then rested. */
function after(store: AppStore, watch: (state: AppState) => readonly unknown[], rest: number, act: () => unknown) {
  let seen: readonly unknown[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (state: AppState) => {
    if (!state.ready) return
    const now = watch(state)
    if (now.length === seen.length && now.every((value, at) => Object.is(value, seen[at]))) return
    seen = now
    clearTimeout(timer)
    timer = setTimeout(act, rest)
  }
  store.subscribe(look)
  look(store.getState())
}

/**
 * Keeps the draft: at once when nothing is on its way, then at most every 80 ms while somebody types, and before
 * another draft takes its place. The returned function does not wait.
 */
function autosave(store: AppStore, client: Client): () => void {
  let kept: AppState | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = (state: AppState) => {
    clearTimeout(timer)
    timer = undefined
    kept = state
    void client.saveDraft(draftOf(state)).then((saved) => {
      if (!saved.ok) state.tell({ kind: 'trouble', error: saved.error })
    })
  }
  const isKept = ({ cards, choices }: AppState) => cards === kept?.cards && choices === kept.choices
  const saveRest = () => {
    timer = undefined
    const now = store.getState()
    if (!isKept(now)) save(now)
  }
  store.subscribe((state, before) => {
    if (!before.ready || state.draftId !== before.draftId) {
      if (timer !== undefined) save(before)
      kept = state
      return
    }
    if (isKept(state) || timer !== undefined) return
    save(state)
    timer = setTimeout(saveRest, rests.save)
  })
  return () => {
    if (timer !== undefined) saveRest()
  }
}

/** A voice that costs nothing gives the preview its real times before anybody asks. */
function speakUnasked(state: AppState): void {
  const { text } = selectedCard(state)
  if (engines[engineOf(state)].paid || text.length > longestSpokenUnasked) return
  if (state.previewOff || state.jobs.some(isUnfinished)) return
  void state.speak()
}

/** The file's name or the script's first words, for the window's title. */
const nameOf = ({ draftName, cards }: AppState): [string] => [draftName || titleOf(spoken(cards)[0]?.text ?? '', 6)]
