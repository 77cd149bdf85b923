import { Play, Square } from 'lucide-react'
import { shortcuts } from '#shared/desktop/shortcuts.ts'
import { fps } from '#shared/domain.ts'
import { clock } from '#shared/format.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { keysOf } from '../../strings/format.ts'
import { sayError, sayPhrase, useStrings } from '../../strings/useStrings.ts'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Scrubber } from '../../ui/fields/Scrubber.tsx'
import { Overview } from './Overview.tsx'
import css from './Transport.module.css'
import type { Player } from './usePlayer.ts'

/** Play, where it is, and how loud it is there. */
export function Transport({ player }: { readonly player: Player }) {
  const strings = useStrings()
  const { preview } = strings
  const { shown, playing, muted, speaking, speechError, togglePlay, platform } = useAppStore((state) => ({
    shown: state.shown,
    playing: state.playing,
    muted: state.muted,
    speaking: state.speaking,
    speechError: state.speechError,
    togglePlay: state.togglePlay,
    platform: state.app.platform,
  }))
  const { frame, frameCount, seek } = player
  const heard = playing && !muted
  const warning = shown?.warnings[0]
  return (
    <footer className={css.transport}>
      <IconButton
        label={heard ? preview.stop : preview.hear}
        keys={keysOf(shortcuts.play, platform)}
        placement="top"
        isDisabled={!shown}
        onPress={togglePlay}
      >
        {heard ? <Square fill="currentColor" /> : <Play fill="currentColor" />}
      </IconButton>
      <Scrubber
        label={preview.position}
        value={frame}
        maximum={Math.max(1, frameCount - 1)}
        isDisabled={!shown}
        onChange={seek}
      >
        <Overview
          shown={shown}
          reached={frameCount > 1 ? frame / (frameCount - 1) : 0}
          waits={speaking !== undefined}
        />
      </Scrubber>
      <span className={css.time}>
        {clock(frame / fps)} / {clock(frameCount / fps)}
      </span>
      <p
        className={css.note}
        data-bad={speechError !== undefined || undefined}
        data-warn={warning !== undefined || undefined}
        role="status"
      >
        {speechError
          ? sayError(strings, speechError)
          : speaking
            ? preview.preparing
            : shown && (warning ? sayPhrase(strings, warning) : shown.spoken ? preview.real : preview.guessed)}
      </p>
    </footer>
  )
}
