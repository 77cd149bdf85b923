import { ImagePlus, Music, X } from 'lucide-react'
import { thumbnailAddress } from '#shared/desktop/thumbnailAddress.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Slider } from '../../ui/fields/Slider.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { Group } from '../../ui/layout/Group.tsx'
import css from './ExtraChoices.module.css'

const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const nameOf = (file: string) => file.split(/[\\/]/).at(-1) ?? file

/** Title card, logo and music. */
export function ExtraChoices() {
  const { look: words, common } = useStrings()
  const { look, changeLook, chooseLogo, chooseMusic } = useAppStore((state) => ({
    look: state.choices.look,
    changeLook: state.changeLook,
    chooseLogo: state.chooseLogo,
    chooseMusic: state.chooseMusic,
  }))
  const { titleCard, logo, music } = look
  return (
    <Group title={words.extras}>
      <Switch
        isSelected={titleCard !== undefined}
        onChange={(on) => changeLook({ titleCard: on ? { text: '{title}', kicker: '', seconds: 2.5 } : undefined })}
      >
        {words.titleCard}
      </Switch>
      {titleCard && (
        <Field
          label={words.titleText}
          value={titleCard.text}
          note={words.titleHelp}
          onChange={(text) => changeLook({ titleCard: { ...titleCard, text: text || '{title}' } })}
        />
      )}
      {titleCard && (
        <Field
          label={words.kicker}
          value={titleCard.kicker}
          placeholder={words.kickerExample}
          onChange={(kicker) => changeLook({ titleCard: { ...titleCard, kicker } })}
        />
      )}
      {logo ? (
        <>
          <p className={css.file}>
            <img src={thumbnailAddress(logo.file)} alt="" />
            <span>{words.logo}</span>
            <IconButton size="small" label={common.remove} onPress={() => changeLook({ logo: undefined })}>
              <X />
            </IconButton>
          </p>
          <Select
            label={words.corner}
            value={logo.corner}
            inline
            options={corners.map((value) => ({ value, label: words.corners[value] }))}
            onChange={(corner) => changeLook({ logo: { ...logo, corner } })}
          />
          <Slider
            label={words.logoSize}
            value={logo.size}
            minimum={0.06}
            maximum={0.4}
            step={0.02}
            shown={`${Math.round(logo.size * 100)} %`}
            onChange={(size) => changeLook({ logo: { ...logo, size: Math.round(size * 100) / 100 } })}
          />
        </>
      ) : (
        <Button variant="quiet" icon={<ImagePlus />} onPress={chooseLogo}>
          {words.addLogo}
        </Button>
      )}
      {music ? (
        <>
          <p className={css.file}>
            <span>{nameOf(music.file)}</span>
            <IconButton size="small" label={common.remove} onPress={() => changeLook({ music: undefined })}>
              <X />
            </IconButton>
          </p>
          <Slider
            label={words.musicVolume}
            value={music.volume}
            minimum={-40}
            maximum={0}
            step={1}
            shown={`${String(music.volume).replace('-', '−')} dB`}
            onChange={(volume) => changeLook({ music: { ...music, volume } })}
          />
          <Slider
            label={words.ducking}
            value={music.ducking}
            minimum={0}
            maximum={24}
            step={1}
            shown={`${music.ducking} dB`}
            onChange={(ducking) => changeLook({ music: { ...music, ducking } })}
          />
        </>
      ) : (
        <Button variant="quiet" icon={<Music />} onPress={chooseMusic}>
          {words.addMusic}
        </Button>
      )}
    </Group>
  )
}
