import { ImagePlus } from 'lucide-react'
import { useState } from 'react'
import { type GradientName, gradientNames } from '#shared/look/look.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Slider } from '../../ui/fields/Slider.tsx'
import { Swatch } from '../../ui/fields/Swatch.tsx'
import { Group } from '../../ui/layout/Group.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { Tiles } from '../../ui/layout/Tiles.tsx'
import { useSection } from '../layout/useSection.ts'
import { gradientImage } from './gradientImage.ts'

/** The choice of what is behind the captions. */
export function BackgroundSection() {
  const { background: words } = useStrings()
  const summary = useSummary()
  return (
    <Section title={words.title} summary={summary} {...useSection('background')}>
      <OwnImages />
      <Drawn />
      <Treatment />
    </Section>
  )
}

function useSummary(): string {
  const { background: words, look } = useStrings()
  return useAppStore(({ choices, images }) => {
    const { background } = choices.look
    if (background.kind === 'gradient') return look.names[background.name] ?? background.name
    if (background.kind === 'solid') return words.solid
    return images.find(({ file }) => file === background.file)?.name ?? words.image
  })
}

/** The user's own images: those used lately, and the ways to import another. */
function OwnImages() {
  const { background: words } = useStrings()
  const [address, setAddress] = useState('')
  const { images, chosen, kind, importingImage, chooseBackground, chooseImage, fetchImage } = useAppStore((state) => ({
    images: state.images,
    chosen: state.choices.look.background,
    kind: state.choices.kind,
    importingImage: state.importingImage,
    chooseBackground: state.chooseBackground,
    chooseImage: state.chooseImage,
    fetchImage: state.fetchImage,
  }))
  const fetchAddress = async () => {
    if (address.trim() !== '' && (await fetchImage(address.trim()))) setAddress('')
  }
  return (
    <Group title={words.recent}>
      {images.length > 0 && (
        <Tiles
          label={words.recent}
          shape={kind}
          hideLabels
          value={chosen.kind === 'picture' ? chosen.file : ''}
          tiles={images.map(({ file, name, thumbnail }) => ({ id: file, label: name, image: thumbnail }))}
          onChange={(file) => chooseBackground({ kind: 'picture', file })}
        />
      )}
      <Button icon={<ImagePlus />} onPress={chooseImage} isDisabled={importingImage}>
        {importingImage ? words.fetching : words.choose}
      </Button>
      <Field
        label={words.address}
        hideLabel
        type="url"
        value={address}
        placeholder={words.addressExample}
        note={words.drop}
        onChange={setAddress}
        onEnter={fetchAddress}
        action={
          <Button onPress={fetchAddress} isDisabled={address.trim() === '' || importingImage}>
            {words.fetch}
          </Button>
        }
      />
    </Group>
  )
}

/** Drawn backgrounds, and plain colours. */
function Drawn() {
  const { background: words, look } = useStrings()
  const { chosen, kind, chooseBackground } = useAppStore((state) => ({
    chosen: state.choices.look.background,
    kind: state.choices.kind,
    chooseBackground: state.chooseBackground,
  }))
  return (
    <Group title={words.drawn}>
      <Tiles
        label={words.drawn}
        shape={kind}
        value={chosen.kind === 'gradient' ? chosen.name : ''}
        tiles={gradientNames.map((name) => ({
          id: name,
          label: look.names[name] ?? name,
          image: gradientImage(name),
        }))}
        onChange={(name) => chooseBackground({ kind: 'gradient', name: name as GradientName })}
      />
      <Swatch
        label={words.solid}
        value={chosen.kind === 'solid' ? chosen.colour : '#14313a'}
        onChange={(colour) => chooseBackground({ kind: 'solid', colour })}
      />
    </Group>
  )
}

/** How the background is fitted, moved and darkened. */
function Treatment() {
  const { background: words } = useStrings()
  const { look, changeLook } = useAppStore(({ choices, changeLook }) => ({ look: choices.look, changeLook }))
  return (
    <Group title={words.treatment}>
      {look.background.kind === 'picture' && (
        <Segmented
          label={words.fit}
          value={look.fit}
          options={(['cover', 'contain'] as const).map((value) => ({ value, label: words.fits[value] }))}
          onChange={(fit) => changeLook({ fit })}
        />
      )}
      <Select
        label={words.motion}
        value={look.motion}
        inline
        options={(['still', 'zoom-in', 'zoom-out', 'pan-left', 'pan-right'] as const).map((value) => ({
          value,
          label: words.motions[value],
        }))}
        onChange={(motion) => changeLook({ motion })}
      />
      <Slider
        label={words.dim}
        value={look.dim}
        minimum={0}
        maximum={0.8}
        step={0.02}
        shown={`${Math.round(look.dim * 100)} %`}
        onChange={(dim) => changeLook({ dim: Math.round(dim * 100) / 100 })}
      />
    </Group>
  )
}
