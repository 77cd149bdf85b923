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
    const news = ['play', 'pause', 'ended', 'seeked', 'loadedmetadata', 'volumechange'] as const
    for (const name of news) element.addEventListener(name, follow)
    return () => {
      for (const name of news) element.removeEventListener(name, follow)
      element.pause()
    }
  }, [media])

  // The element tells of its time four times a second; a bar that moves wants every picture.
  useEffect(() => {
    if (!playing) return
    let frame = requestAnimationFrame(function draw() {
      setAt(media.current?.currentTime ?? 0)
      frame = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, media])

  return {
    ...{ playing, muted, at: Math.min(at, length), length },
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
