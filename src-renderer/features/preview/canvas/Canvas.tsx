import { AudioLines } from 'lucide-react'
import { canvasSizes } from '#shared/domain.ts'
import { shownBackground } from '../../../store/shownLook.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import type { Player } from '../usePlayer.ts'
import css from './Canvas.module.css'
import { Captions } from './Captions.tsx'
import { placeholderOf } from './placeholderOf.ts'
import { SafeAreas } from './SafeAreas.tsx'

/** The video in its real shape; a phone's edge around an upright one. */
export function Canvas({ player }: { readonly player: Player }) {
  const strings = useStrings()
  const {
    choices,
    background: key,
    backdrop,
    images,
    shown,
    safeAreas,
  } = useAppStore((state) => ({
    choices: state.choices,
    background: JSON.stringify(shownBackground(state)),
    backdrop: state.backdrop,
    images: state.images,
    shown: state.shown,
    safeAreas: state.settings.safeAreas,
  }))
  const { kind, format } = choices
  const { width, height } = canvasSizes[kind]
  const soundOnly = kind === 'voiceover' && format !== 'mp4'
  const placeholder = placeholderOf(JSON.parse(key), images)
  // Another background shows at once; with another treatment the earlier painting stays until the new one is here.
  const behind =
    backdrop?.of === key ? backdrop.url : (placeholder.image ?? (placeholder.colour ? undefined : backdrop?.url))
  return (
    <div className={css.device} data-kind={kind} style={{ aspectRatio: `${width} / ${height}` }}>
      <div
        className={css.screen}
        data-sound={soundOnly || undefined}
        role="img"
        aria-label={strings.preview.label(strings.script[kind], shown?.text ?? strings.preview.empty)}
        style={{ background: soundOnly ? undefined : placeholder.colour }}
      >
        {!soundOnly && behind && <img className={css.backdrop} src={behind} alt="" />}
        {!soundOnly && shown && <Captions shown={shown} frame={player.frame} size={canvasSizes[kind]} />}
        {!soundOnly && kind === 'shorts' && safeAreas !== 'off' && <SafeAreas platform={safeAreas} />}
        {soundOnly && (
          <p className={css.words}>
            <AudioLines aria-hidden="true" />
            {strings.preview.sound}
          </p>
        )}
      </div>
    </div>
  )
}
