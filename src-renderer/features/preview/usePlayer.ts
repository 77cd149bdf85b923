import { useCallback, useEffect, useRef, useState } from 'react'
import { fps } from '#shared/domain.ts'
import { useStudio, useStudioStore } from '../../store/useStudio.ts'
import { pictureAtCaret } from './pictureAtCaret.ts'

export interface Player {
  /** Which picture is shown, 30 a second. */
  readonly picture: number
  /** How many there are. */
  readonly pictures: number
  seek(picture: number): void
}

/**
 * Plays what is shown: in the real voice where it is spoken, silently on a clock of its own where it is not. While it
 * stands still it shows the words at the caret.
 */
export function usePlayer(): Player {
  const store = useStudioStore()
  const { shown, playing, muted } = useStudio(({ shown, playing, muted }) => ({ shown, playing, muted }))
  const caret = useStudio(({ caret }) => caret.offset)
  const [picture, setPicture] = useState(0)
  const [audio] = useState(() => new Audio())
  const place = useRef(0)
  const pictures = shown?.pictures ?? 0
  const url = shown?.spoken?.url

  const goTo = useCallback((to: number) => {
    place.current = to
    setPicture(Math.floor(to))
  }, [])

  useEffect(() => {
    if (url) audio.src = url
    else audio.removeAttribute('src')
  }, [audio, url])

  useEffect(() => {
    if (playing || !shown) return
    goTo(pictureAtCaret(shown, caret))
  }, [playing, shown, caret, goTo])

  useEffect(() => {
    if (!playing || pictures === 0) return
    // At the end, or resting on some word: from the beginning.
    let began = performance.now()
    goTo(0)
    audio.muted = muted
    audio.currentTime = 0
    const heard = url !== undefined && !muted
    if (heard) audio.play().catch(() => store.getState().setPlaying(false))
    let frame = requestAnimationFrame(function draw(now) {
      if (place.current < 0) began = now
      const at = heard ? audio.currentTime * fps : ((now - began) / 1000) * fps
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
      goTo(to)
      audio.currentTime = to / fps
    },
    [audio, goTo],
  )
  return { picture: Math.min(picture, Math.max(0, pictures - 1)), pictures, seek }
}
