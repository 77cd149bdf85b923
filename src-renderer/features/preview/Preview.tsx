import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Canvas } from './canvas/Canvas.tsx'
import { SafeAreasMenu } from './canvas/SafeAreasMenu.tsx'
import css from './Preview.module.css'
import { Transport } from './Transport.tsx'
import { useFirstPlay } from './useFirstPlay.ts'
import { usePlayer } from './usePlayer.ts'

/** The video as it will be, while it is being written. */
export function Preview() {
  const { script, preview } = useStrings()
  const { choices, choose, previewOff, showPreview } = useAppStore((state) => ({
    choices: state.choices,
    choose: state.choose,
    previewOff: state.previewOff,
    showPreview: state.showPreview,
  }))
  const player = usePlayer()
  useFirstPlay()
  return (
    <section className={css.preview} aria-label={preview.title}>
      <header className={css.header}>
        <Segmented
          label={script.kind}
          value={choices.kind}
          options={[
            { value: 'shorts', label: script.shorts },
            { value: 'voiceover', label: script.voiceover },
          ]}
          onChange={(kind) => choose({ kind })}
        />
        {choices.kind === 'shorts' && <SafeAreasMenu />}
      </header>
      <div className={css.ground}>
        {previewOff ? (
          <div className={css.off}>
            <p>{preview.off}</p>
            <Button variant="quiet" onPress={showPreview}>
              {preview.show}
            </Button>
          </div>
        ) : (
          <Canvas player={player} />
        )}
      </div>
      <Transport player={player} />
    </section>
  )
}
