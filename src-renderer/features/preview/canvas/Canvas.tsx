import { AudioLines } from 'lucide-react'
import { canvasSizes } from '#shared/domain.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import type { Player } from '../usePlayer.ts'
import css from './Canvas.module.css'
import { Captions } from './Captions.tsx'
import { placeholderOf } from './placeholderOf.ts'
import { SafeAreas } from './SafeAreas.tsx'

/** The picture in its real shape; a phone's edge around an upright one. */
export function Stage({ player }: { readonly player: Player }) {
  const strings = useStrings()
  const { choices, backdrop, pictures, shown, safeAreas } = useAppStore((state) => ({
    choices: state.choices,
    backdrop: state.backdrop,
    pictures: state.pictures,
    shown: state.shown,
    safeAreas: state.settings.safeAreas,
  }))
  const { kind, format } = choices
  const { width, height } = canvasSizes[kind]
  const soundOnly = kind === 'voiceover' && format !== 'mp4'
  const { background } = choices.look
  const placeholder = placeholderOf(background, pictures)
  // Another background shows at once; what is only treated otherwise stands until it is painted anew.
  const behind =
    backdrop?.of === background
      ? backdrop.url
      : (placeholder.picture ?? (placeholder.colour ? undefined : backdrop?.url))
  return (
    <div className={css.device} data-kind={kind} style={{ aspectRatio: `${width} / ${height}` }}>
      <div
        className={css.screen}
        data-sound={soundOnly || undefined}
        role="img"
        aria-label={strings.preview.picture(strings.script[kind], shown?.text ?? strings.preview.empty)}
        style={{ background: soundOnly ? undefined : placeholder.colour }}
      >
        {!soundOnly && behind && <img className={css.backdrop} src={behind} alt="" />}
        {!soundOnly && shown && <Captions shown={shown} picture={player.picture} frame={canvasSizes[kind]} />}
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
