import { useCallback, useEffect, useRef, useState } from 'react'
import { fps } from '#shared/domain.ts'
import { useAppStore, useAppStoreApi } from '../../store/useAppStore.ts'
import { frameAtCaret } from './frameAtCaret.ts'

export interface Player {
  /** Which frame is shown, from 0; `fps` a second. */
  readonly frame: number
  /** How many there are. */
  readonly frameCount: number
  seek(frame: number): void
}

/**
 * Plays what is shown: in the real voice where it is spoken, silently on a clock of its own where it is not. While it
 * stands still it shows the words at the caret, or the place that somebody went to, and plays on from there.
 */
export function usePlayer(): Player {
  const store = useAppStoreApi()
  const { shown, playing, muted } = useAppStore(({ shown, playing, muted }) => ({ shown, playing, muted }))
  const caret = useAppStore(({ caret }) => caret.offset)
  const [frame, setFrame] = useState(0)
  const [audio] = useState(() => new Audio())
  const seekTarget = useRef<number>(undefined)
  /** When the first frame was shown, or would have been. */
  const began = useRef(0)
  const frameCount = shown?.pictures ?? 0
  const { source, spoken } = shown ?? {}
  const url = spoken?.url

  // A medium keeps time in whole microseconds: 6.666666 s are where frame 200 begins.
  const goTo = useCallback(
    (to: number) => {
      const frame = Math.floor(to + 1e-4)
      setFrame(frame)
      store.getState().lookAt(frame)
    },
    [store],
  )

  useEffect(() => {
    if (url) audio.src = url
    else audio.removeAttribute('src')
  }, [audio, url])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place in the script, or another script, is looked at
  useEffect(() => {
    seekTarget.current = undefined
  }, [source, caret])

  useEffect(() => {
    if (playing || !shown) return
    goTo(seekTarget.current ?? frameAtCaret(shown, caret))
  }, [playing, shown, caret, goTo])

  useEffect(() => {
    if (!playing || frameCount === 0) return
    // Resting on some word it begins at the beginning, as at the end.
    const from = seekTarget.current !== undefined && seekTarget.current < frameCount - 1 ? seekTarget.current : 0
    seekTarget.current = undefined
    began.current = performance.now() - (from / fps) * 1000
    goTo(from)
    audio.muted = muted
    audio.currentTime = from / fps
    const heard = url !== undefined && !muted
    if (heard) audio.play().catch(() => store.getState().setPlaying(false))
    let drawing = requestAnimationFrame(function draw(now) {
      const at = heard ? audio.currentTime * fps : Math.max(0, ((now - began.current) / 1000) * fps)
      if (at >= frameCount - 1 || (heard && audio.ended)) return store.getState().setPlaying(false)
      goTo(at)
      drawing = requestAnimationFrame(draw)
    })
    return () => {
      cancelAnimationFrame(drawing)
      audio.pause()
    }
  }, [playing, muted, frameCount, url, audio, store, goTo])

  const seek = useCallback(
    (to: number) => {
      if (!store.getState().playing) seekTarget.current = to
      began.current = performance.now() - (to / fps) * 1000
      goTo(to)
      audio.currentTime = to / fps
    },
    [audio, goTo, store],
  )
  return { frame: Math.min(frame, Math.max(0, frameCount - 1)), frameCount, seek }
}
