import { engines } from '#shared/speech/engines.ts'
import type { Client } from '../client.ts'
import type { AppState, AppStore } from './appStore.ts'
import { selectedCard, spoken, titleOf } from './cards.ts'
import { lookOf, shownBackground } from './shownLook.ts'
import { shownText } from './shownText.ts'
import { draftOf } from './slices/draftsSlice.ts'
import { isUnfinished } from './slices/jobsSlice.ts'
import { engineOf, speechKey } from './slices/previewSlice.ts'

/** Milliseconds from the last change to what follows from it, so that typing is not slowed down. */
const delays = { save: 80, show: 60, backdrop: 60, estimate: 350, speak: 700, voices: 50 } as const

/** Longer texts are spoken only when somebody asks for it. */
const longestSpokenForFree = 1500

/**
 * Does what follows from a change by itself: saves the draft, draws the preview, estimates the cost, lists the voices, speaks with the
 * voice that costs nothing. The returned function saves at once what still waits to be saved.
 */
export function follow(store: AppStore, client: Client): () => void {
  const { getState } = store
  after(
    store,
    (state) => {
      const { choices, previewOff } = state
      return [lookOf(state, selectedCard(state)), JSON.stringify(shownBackground(state)), choices.kind, previewOff]
    },
    delays.backdrop,
    () => getState().refreshBackdrop(),
  )
  after(
    store,
    (state) => {
      const { choices, speech, cards, previewOff } = state
      const { kind, spokenAs } = choices
      const card = selectedCard(state)
      const look = lookOf(state, card)
      const voice = speech.get(speechKey(card.text, state))
      return [card, look, kind, spokenAs.speed, cards.length, voice, previewOff]
    },
    delays.show,
    () => getState().refreshShown(),
  )
  after(
    store,
    ({ cards, choices, key }) => [cards, choices, key],
    delays.estimate,
    () => getState().refreshEstimate(),
  )
  after(
    store,
    (state) => [speechKey(selectedCard(state).text, state), state.previewOff],
    delays.speak,
    () => speakForFree(getState()),
  )
  after(
    store,
    ({ settings, key }) => [settings.speechUrl, key],
    delays.voices,
    () => getState().refreshVoices(),
  )
  after(store, nameOf, delays.estimate, () => void client.setTitle({ title: nameOf(getState())[0] }))
  return autosave(store, client)
}

/** Runs `act` when what `watch` returns has changed and then stayed the same for `delay` milliseconds. */
function after(store: AppStore, watch: (state: AppState) => readonly unknown[], delay: number, act: () => unknown) {
  let before: readonly unknown[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (state: AppState) => {
    if (!state.ready) return
    const now = watch(state)
    if (now.length === before.length && now.every((value, at) => Object.is(value, before[at]))) return
    before = now
    clearTimeout(timer)
    timer = setTimeout(act, delay)
  }
  store.subscribe(look)
  look(store.getState())
}

/**
 * Saves the draft: at once when nothing is on its way, then at most every 80 ms while somebody types, and before
 * another draft takes its place. The returned function does not wait.
 */
function autosave(store: AppStore, client: Client): () => void {
  /** The state that was sent last, or that the main process sent. */
  let saved: AppState | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = (state: AppState) => {
    clearTimeout(timer)
    timer = undefined
    saved = state
    void client.saveDraft(draftOf(state)).then((result) => {
      if (!result.ok) state.tell({ kind: 'trouble', error: result.error })
    })
  }
  const isSaved = ({ cards, choices }: AppState) => cards === saved?.cards && choices === saved.choices
  const saveLatest = () => {
    timer = undefined
    const now = store.getState()
    if (!isSaved(now)) save(now)
  }
  store.subscribe((state, before) => {
    if (!before.ready || state.draftId !== before.draftId) {
      if (timer !== undefined) save(before)
      saved = state
      return
    }
    if (isSaved(state) || timer !== undefined) return
    save(state)
    timer = setTimeout(saveLatest, delays.save)
  })
  return () => {
    if (timer !== undefined) saveLatest()
  }
}

/** A voice that costs nothing gives the preview its real times before anybody asks. */
function speakForFree(state: AppState): void {
  const { text } = selectedCard(state)
  if (engines[engineOf(state)].paid || text.length > longestSpokenForFree) return
  if (state.previewOff || state.jobs.some(isUnfinished)) return
  void state.speak()
}

/** The file's name or the script's first words, for the window's title. */
const nameOf = ({ draftName, cards }: AppState): [string] => [
  draftName || titleOf(shownText(spoken(cards)[0]?.text ?? ''), 6),
]
