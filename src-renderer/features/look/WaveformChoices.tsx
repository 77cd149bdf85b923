import type { Look, Place } from '#shared/look/look.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Swatch } from '../../ui/fields/Swatch.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { Group } from '../../ui/layout/Group.tsx'

const styles = ['none', 'line', 'bars', 'mirrored'] as const

/** How the voice shows. */
export function WaveformChoices() {
  const { look: words } = useStrings()
  const { look, kind, changeLook } = useAppStore(({ choices, changeLook }) => ({ ...choices, changeLook }))
  const { waveform } = look
  const change = (part: Partial<Look['waveform']>) => changeLook({ waveform: { ...waveform, ...part } })
  const shows = waveform.style !== 'none' && (kind === 'voiceover' || waveform.inShorts)
  return (
    <Group title={words.waveform}>
      {kind === 'shorts' && (
        <Switch isSelected={waveform.inShorts} onChange={(inShorts) => change({ inShorts })}>
          {words.waveInShorts}
        </Switch>
      )}
      {(kind === 'voiceover' || waveform.inShorts) && (
        <Segmented
          label={words.waveform}
          value={waveform.style}
          options={styles.map((value) => ({ value, label: words.waves[value] }))}
          onChange={(style) => change({ style })}
        />
      )}
      {shows && (
        <>
          <Segmented<Place>
            label={words.wavePlace}
            value={waveform.place}
            options={(['top', 'middle', 'bottom'] as const).map((value) => ({ value, label: words.places[value] }))}
            onChange={(place) => change({ place })}
          />
          <Swatch label={words.waveColour} value={waveform.colour} onChange={(colour) => change({ colour })} />
        </>
      )}
    </Group>
  )
}
