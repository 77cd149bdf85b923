import { Pause, Play, Volume2, VolumeX } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { LibraryFile } from '#shared/desktop/desktop.ts'
import { clock } from '#shared/format.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { IconButton } from '../../../ui/actions/IconButton.tsx'
import { Scrubber } from '../../../ui/fields/Scrubber.tsx'
import css from './Player.module.css'
import { usePlayback } from './usePlayback.ts'

/** Plays a finished file; it begins by itself when it was opened to be watched. */
export function Player({ file }: { readonly file: LibraryFile }) {
  const { library, preview } = useStrings()
  const media = useRef<HTMLMediaElement>(null)
  const { playing, muted, at, length, toggle, toggleSound, seek } = usePlayback(media, file.duration)
  useWatching(file.id, media)
  if (file.url === undefined) return null
  return (
    <div className={css.player}>
      {file.kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: subtitle files lie beside sound files
        <audio ref={media as RefObject<HTMLAudioElement>} src={file.url} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the captions are part of the video
        <video
          ref={media as RefObject<HTMLVideoElement>}
          className={css.video}
          src={file.url}
          poster={file.thumbnail}
          onClick={toggle}
        />
      )}
      <div className={css.bar}>
        <IconButton label={playing ? library.pause : library.play} placement="top" onPress={toggle}>
          {playing ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
        </IconButton>
        <Scrubber label={preview.position} value={at} maximum={Math.max(0.1, length)} step={0.1} onChange={seek}>
          <span className={css.line}>
            <span className={css.played} style={{ inlineSize: `${length > 0 ? (at / length) * 100 : 0}%` }} />
          </span>
        </Scrubber>
        <span className={css.time}>
          {clock(at)} / {clock(length)}
        </span>
        <IconButton label={muted ? library.soundOn : library.soundOff} placement="top" onPress={toggleSound}>
          {muted ? <VolumeX /> : <Volume2 />}
        </IconButton>
      </div>
    </div>
  )
}

function useWatching(id: string, media: RefObject<HTMLMediaElement | null>): void {
  const { watching, watched } = useAppStore(({ watching, watched }) => ({ watching: watching === id, watched }))
  useEffect(() => {
    if (!watching) return
    media.current?.play().catch(() => {})
    watched()
  }, [watching, watched, media])
}
