import { type RefObject, useEffect, useState } from 'react'

export interface Playback {
  readonly playing: boolean
  readonly muted: boolean
  /** Seconds. */
  readonly at: number
  readonly length: number
  toggle(): void
  toggleSound(): void
  seek(to: number): void
}

/** Plays what an element holds. `expected` is its length in seconds until the element knows it. */
export function usePlayback(media: RefObject<HTMLMediaElement | null>, expected = 0): Playback {
  const [playing, setPlaying] = useState(false)
  const [muted, setMuted] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(expected)

  useEffect(() => {
    const element = media.current
    if (!element) return
    const follow = () => {
      setPlaying(!element.paused)
      setMuted(element.muted)
      setAt(element.currentTime)
      if (Number.isFinite(element.duration)) setLength(element.duration)
    }
    const changes = ['play', 'pause', 'ended', 'seeked', 'loadedmetadata', 'volumechange'] as const
    for (const name of changes) element.addEventListener(name, follow)
    return () => {
      for (const name of changes) element.removeEventListener(name, follow)
      element.pause()
    }
  }, [media])

  // The element reports its time four times a second; a bar that moves smoothly needs it at every frame of the screen.
  useEffect(() => {
    if (!playing) return
    let drawing = requestAnimationFrame(function draw() {
      setAt(media.current?.currentTime ?? 0)
      drawing = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(drawing)
  }, [playing, media])

  return {
    playing,
    muted,
    at: Math.min(at, length),
    length,
    toggle() {
      const element = media.current
      if (element?.paused) element.play().catch(() => setPlaying(false))
      else element?.pause()
    },
    toggleSound() {
      if (media.current) media.current.muted = !muted
    },
    seek(to) {
      setAt(to)
      if (media.current) media.current.currentTime = to
    },
  }
}
