import type { PaintedWindow, SpokenText } from '#shared/desktop/desktop.ts'
import { type EngineName, fps } from '#shared/domain.ts'
import type { AppError } from '#shared/errors.ts'
import { deliveryOf } from '#shared/speech/spokenAs.ts'
import type { AppState, SliceParts } from '../appStore.ts'
import { selectedCard, spoken } from '../cards.ts'
import { lookOf, shownBackground } from '../shownLook.ts'
import { shownText } from '../shownText.ts'
import { factsIn } from './voicesSlice.ts'

/** Some seconds of a text, as the video will show it. */
export interface PreviewWindow extends PaintedWindow {
  /** As it is spoken and shown. */
  readonly text: string
  /** As it is written in its card. */
  readonly source: string
  /** The voice it is timed to; without it the times are guessed. */
  readonly spoken?: SpokenText
}

/** What the preview shows and says. */
export interface PreviewSlice {
  /** Address of the painted background, and the background that it was painted from, as JSON. */
  readonly backdrop: { readonly url: string; readonly of: string } | undefined
  readonly shown: PreviewWindow | undefined
  /** Whether nothing is drawn and spoken until somebody asks for it: the script may have ended the app. */
  readonly previewOff: boolean
  readonly playing: boolean
  /** Whether what plays is heard; the first time after the start it is not. */
  readonly muted: boolean
  /** Spoken texts by `speechKey`, the last used last. */
  readonly speech: ReadonlyMap<string, SpokenText>
  /** Key of what is being spoken just now, for the first time. */
  readonly speaking: string | undefined
  readonly speechError: AppError | undefined
  showPreview(): void
  refreshBackdrop(): Promise<void>
  /** Lays out the selected card around the frame that is looked at. */
  refreshShown(): Promise<void>
  /** Says which frame is looked at. What is not laid out yet, or soon will be needed, is asked for. */
  lookAt(frame: number): void
  /** Speaks the selected card, or takes what was spoken before. */
  speak(): Promise<SpokenText | undefined>
  /** Plays the selected card in its real voice, or stops. */
  togglePlay(): Promise<void>
  setPlaying(playing: boolean, muted?: boolean): void
  /** A voice saying the beginning of the selected card; of the engine that speaks where none is named. */
  sample(voice: string, engine?: EngineName): Promise<SpokenText | undefined>
}

/** Spoken texts that are held here; the main process holds all of them. */
const mostSpoken = 40

/** Same key, same sound and same waveform. */
export function speechKey(
  text: string,
  state: Pick<AppState, 'choices' | 'looks' | 'app' | 'settings' | 'engineVoices'>,
): string {
  const { kind, spokenAs } = state.choices
  const look = lookOf(state, { text })
  const delivery = deliveryOf(factsIn(state, engineOf(state)), spokenAs)
  const as = delivery.ok ? delivery.value : spokenAs
  const { pronunciations } = state.settings
  return JSON.stringify([text.trim(), engineOf(state), as, pronunciations, kind, look.waveform.style === 'line'])
}

/** The engine that the choices mean. */
export const engineOf = ({ choices, app }: Pick<AppState, 'choices' | 'app'>) => choices.spokenAs.engine ?? app.engine

export const isInWindow = ({ from, to }: Pick<PaintedWindow, 'from' | 'to'>, frame: number) =>
  from <= frame && frame < to

/** Frames before a window's end at which the next one is asked for: there is time for it while this one plays. */
const early = 4 * fps
/** After a new window nothing more is requested for this many frames, even if the window is shorter than that. */
const step = fps

/** Whether there is nothing to ask for at this frame. */
const isEnough = (shown: PaintedWindow, frame: number) =>
  isInWindow(shown, frame) && (shown.to >= shown.pictures || frame < Math.max(shown.to - early, shown.at + step))

export function previewSlice({ set, get, client }: SliceParts): PreviewSlice {
  /** The frame that is looked at, and its card. Nothing is drawn from them, so they are no part of the state. */
  let lookingAt = { card: '', frame: 0 }
  /** How many times a window was asked for; only the last answer counts. */
  let requests = 0
  /** What became of the last request; what fails is not asked for again until something changes. */
  let last: 'answered' | 'waiting' | 'failed' = 'answered'

  return {
    backdrop: undefined,
    shown: undefined,
    previewOff: false,
    playing: false,
    muted: false,
    speech: new Map(),
    speaking: undefined,
    speechError: undefined,
    showPreview: () => set({ previewOff: false }),
    async refreshBackdrop() {
      if (get().previewOff) return
      const { kind } = get().choices
      const background = shownBackground(get())
      const look = { ...lookOf(get(), selectedCard(get())), background }
      const painted = await client.previewPicture({ look, kind, width: kind === 'shorts' ? 720 : 960 })
      if (painted.ok) set({ backdrop: { url: painted.value.url, of: JSON.stringify(background) } })
      else if (painted.error.code !== 'CANCELLED') get().tell({ kind: 'trouble', error: painted.error })
    },
    async refreshShown() {
      const { choices, speech, cards, previewOff } = get()
      const card = selectedCard(get())
      const { text } = card
      const { kind, spokenAs } = choices
      const look = lookOf(get(), card)
      const own = ++requests
      if (previewOff || text.trim() === '') {
        last = 'answered'
        return set({ shown: undefined, playing: false })
      }
      last = 'waiting'
      if (lookingAt.card !== card.id) lookingAt = { card: card.id, frame: 0 }
      const voice = speech.get(speechKey(text, get()))
      const parts = spoken(cards)
      const window = await client.previewCaptions({
        text,
        look,
        kind,
        speed: spokenAs.speed,
        at: lookingAt.frame,
        part: Math.max(1, parts.indexOf(card) + 1),
        parts: Math.max(1, parts.length),
        ...(voice && { spoken: { words: voice.words, duration: voice.duration } }),
      })
      if (own !== requests) return
      last = window.ok ? 'answered' : 'failed'
      if (window.ok)
        set({ shown: { ...window.value, text: shownText(text), source: text, ...(voice && { spoken: voice }) } })
      else if (window.error.code !== 'CANCELLED') get().tell({ kind: 'trouble', error: window.error })
    },
    lookAt(frame) {
      lookingAt = { ...lookingAt, frame }
      const { shown, refreshShown } = get()
      if (shown && last === 'answered' && !isEnough(shown, frame)) void refreshShown()
    },
    async speak() {
      const { spokenAs, kind } = get().choices
      const card = selectedCard(get())
      const { text } = card
      const look = lookOf(get(), card)
      if (text.trim() === '') return undefined
      const key = speechKey(text, get())
      const earlier = get().speech.get(key)
      if (earlier) return earlier
      set({ speaking: key, speechError: undefined })
      const result = await client.previewSpeech({ text, spokenAs, kind, look })
      if (get().speaking === key) set({ speaking: undefined })
      if (result.ok) {
        set({ speech: new Map([...get().speech, [key, result.value] as const].slice(-mostSpoken)) })
        return result.value
      }
      if (result.error.code !== 'CANCELLED') set({ speechError: result.error })
      return undefined
    },
    async togglePlay() {
      if (get().previewOff) return get().showPreview()
      if (get().playing && !get().muted) return set({ playing: false })
      const speech = await get().speak()
      if (!speech) return
      await get().refreshShown()
      set({ playing: true, muted: false })
    },
    setPlaying: (playing, muted = false) => set({ playing, muted }),
    async sample(voice, engine) {
      const { spokenAs } = get().choices
      const { text } = selectedCard(get())
      const result = await client.sampleVoice({ text, spokenAs: { ...spokenAs, voice, ...(engine && { engine }) } })
      if (result.ok) return result.value
      if (result.error.code !== 'CANCELLED') get().tell({ kind: 'trouble', error: result.error })
      return undefined
    },
  }
}
