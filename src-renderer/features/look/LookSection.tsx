import { Download, Ellipsis, Save, Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import { captionPresetOf } from '#shared/look/look.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Menu } from '../../ui/actions/Menu.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { useSection } from '../layout/useSection.ts'
import { CaptionChoices } from './CaptionChoices.tsx'
import { ExtraChoices } from './ExtraChoices.tsx'
import css from './LookSection.module.css'
import { LookTiles } from './LookTiles.tsx'
import { WaveformChoices } from './WaveformChoices.tsx'

/** How the video looks. */
export function LookSection() {
  const { look: words } = useStrings()
  const { choices } = useAppStore(({ choices }) => ({ choices }))
  const name = choices.lookName ?? 'dusk'
  const summary = [words.names[name] ?? name, words.presets[captionPresetOf(choices.look, choices.kind)]]
  return (
    <Section title={words.title} summary={summary.join(' · ')} {...useSection('look')}>
      <LookTiles />
      <SavedLooks />
      <CaptionChoices />
      <WaveformChoices />
      <ExtraChoices />
    </Section>
  )
}

/** Saves the look at hand under a name, brings looks in and out. */
function SavedLooks() {
  const { look: words, common } = useStrings()
  const [naming, setNaming] = useState<string>()
  const { saveLook, importLook, exportLook, deleteLook, lookName, own } = useAppStore((state) => ({
    saveLook: state.saveLook,
    importLook: state.importLook,
    exportLook: state.exportLook,
    deleteLook: state.deleteLook,
    lookName: state.choices.lookName,
    own: state.looks.some(({ name, builtIn }) => !builtIn && name === state.choices.lookName),
  }))
  const save = async () => {
    if (naming?.trim() && (await saveLook(naming.trim()))) setNaming(undefined)
  }
  if (naming !== undefined)
    return (
      <Field
        label={words.name}
        value={naming}
        autoFocus
        onChange={setNaming}
        onEnter={save}
        action={
          <>
            <Button onPress={save} isDisabled={naming.trim() === ''}>
              {words.saveAs}
            </Button>
            <Button variant="quiet" onPress={() => setNaming(undefined)}>
              {common.cancel}
            </Button>
          </>
        }
      />
    )
  return (
    <div className={css.actions}>
      <Button variant="quiet" icon={<Save />} onPress={() => setNaming(own ? (lookName ?? '') : '')}>
        {words.save}
      </Button>
      <Menu
        label={words.saved}
        groups={[
          {
            id: 'files',
            entries: [
              { id: 'import', label: words.import, icon: <Download />, onAction: importLook },
              {
                id: 'export',
                label: words.export,
                icon: <Upload />,
                isDisabled: lookName === undefined,
                onAction: () => void (lookName && exportLook(lookName)),
              },
            ],
          },
          {
            id: 'delete',
            entries: own
              ? [
                  {
                    id: 'delete',
                    label: words.delete(lookName ?? ''),
                    icon: <Trash2 />,
                    danger: true,
                    onAction: () => void (lookName && deleteLook(lookName)),
                  },
                ]
              : [],
          },
        ]}
      >
        <IconButton label={words.saved}>
          <Ellipsis />
        </IconButton>
      </Menu>
    </div>
  )
}
