import { useCallback, useEffect, useRef, useState } from 'react'
import { fps } from '#shared/domain.ts'
import { useAppStore, useAppStoreApi } from '../../store/useAppStore.ts'
import { pictureAtCaret } from './frameAtCaret.ts'

export interface Player {
  /** Which picture is shown, 30 a second. */
  readonly picture: number
  /** How many there are. */
  readonly pictures: number
  seek(picture: number): void
}

/**
 * Plays what is shown: in the real voice where it is spoken, silently on a clock of its own where it is not. While it
 * stands still it shows the words at the caret, or the place that was sought, and plays on from there.
 */
export function usePlayer(): Player {
  const store = useAppStoreApi()
  const { shown, playing, muted } = useAppStore(({ shown, playing, muted }) => ({ shown, playing, muted }))
  const caret = useAppStore(({ caret }) => caret.offset)
  const [picture, setPicture] = useState(0)
  const [audio] = useState(() => new Audio())
  const sought = useRef<number>(undefined)
  /** When the first picture was shown, or would have been. */
  const began = useRef(0)
  const pictures = shown?.pictures ?? 0
  const { text, spoken } = shown ?? {}
  const url = spoken?.url

  // A medium keeps time in whole microseconds: 6.666666 s are where picture 200 begins.
  const goTo = useCallback(
    (to: number) => {
      const picture = Math.floor(to + 1e-4)
      setPicture(picture)
      store.getState().lookAt(picture)
    },
    [store],
  )

  useEffect(() => {
    if (url) audio.src = url
    else audio.removeAttribute('src')
  }, [audio, url])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place in the script, or another script, is looked at
  useEffect(() => {
    sought.current = undefined
  }, [text, caret])

  useEffect(() => {
    if (playing || !shown) return
    goTo(sought.current ?? pictureAtCaret(shown, caret))
  }, [playing, shown, caret, goTo])

  useEffect(() => {
    if (!playing || pictures === 0) return
    // Resting on some word it begins at the beginning, as at the end.
    const from = sought.current !== undefined && sought.current < pictures - 1 ? sought.current : 0
    sought.current = undefined
    began.current = performance.now() - (from / fps) * 1000
    goTo(from)
    audio.muted = muted
    audio.currentTime = from / fps
    const heard = url !== undefined && !muted
    if (heard) audio.play().catch(() => store.getState().setPlaying(false))
    let frame = requestAnimationFrame(function draw(now) {
      const at = heard ? audio.currentTime * fps : Math.max(0, ((now - began.current) / 1000) * fps)
      if (at >= pictures - 1 || (heard && audio.ended)) return store.getState().setPlaying(false)
      goTo(at)
      frame = requestAnimationFrame(draw)
    })
    return () => {
      cancelAnimationFrame(frame)
      audio.pause()
    }
  }, [playing, muted, pictures, url, audio, store, goTo])

  const seek = useCallback(
    (to: number) => {
      if (!store.getState().playing) sought.current = to
      began.current = performance.now() - (to / fps) * 1000
      goTo(to)
      audio.currentTime = to / fps
    },
    [audio, goTo, store],
  )
  return { picture: Math.min(picture, Math.max(0, pictures - 1)), pictures, seek }
}
