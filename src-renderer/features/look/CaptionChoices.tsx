import { captionChoices, presets } from '#shared/look/captionPresets.ts'
import { captionPresetOf, FaceName, type Look, type Place } from '#shared/look/look.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Slider } from '../../ui/fields/Slider.tsx'
import { Swatch } from '../../ui/fields/Swatch.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { Group } from '../../ui/layout/Group.tsx'

/** How the words show. */
export function CaptionChoices() {
  const strings = useStrings()
  const { look: words } = strings
  const { look, kind, changeLook } = useAppStore(({ choices, changeLook }) => ({ ...choices, changeLook }))
  const { captions } = look
  const change = (part: Partial<Look['captions']>) => changeLook({ captions: { ...captions, ...part } })
  const preset = captionPresetOf(look, kind)
  return (
    <Group title={words.captions}>
      <Select
        label={words.style}
        value={preset}
        inline
        options={captionChoices.map((name) => ({ value: name, label: words.presets[name] }))}
        onChange={(name) => change({ preset: name })}
      />
      {preset !== 'off' && (
        <>
          <Select<FaceName | 'own'>
            label={words.face}
            value={captions.face ?? 'own'}
            inline
            options={[
              { value: 'own', label: words.ownFace },
              ...FaceName.options.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(face) => change({ face: face === 'own' ? undefined : face })}
          />
          <Segmented<Place>
            label={words.place}
            value={captions.place}
            options={(['top', 'middle', 'bottom'] as const).map((value) => ({ value, label: words.places[value] }))}
            onChange={(place) => change({ place })}
          />
          <Slider
            label={words.size}
            value={captions.size}
            minimum={0.5}
            maximum={1.6}
            step={0.05}
            shown={`${Math.round(captions.size * 100)} %`}
            onChange={(size) => change({ size: Math.round(size * 100) / 100 })}
          />
          <Swatch
            label={words.textColour}
            value={captions.colours.text ?? presets[preset].colours.text}
            onChange={(text) => change({ colours: { ...captions.colours, text } })}
          />
          <Swatch
            label={words.litColour}
            value={captions.colours.lit ?? presets[preset].colours.lit}
            onChange={(lit) => change({ colours: { ...captions.colours, lit } })}
          />
          <Switch isSelected={captions.upperCase ?? false} onChange={(upperCase) => change({ upperCase })}>
            {words.upperCase}
          </Switch>
        </>
      )}
    </Group>
  )
}
