import { FolderDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { languageNames, languages, Settings } from '#shared/desktop/settings.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { About } from './About.tsx'
import { exportedName } from './exportedName.ts'
import { KeyField } from './KeyField.tsx'
import { Pronunciations } from './Pronunciations.tsx'
import css from './SettingsPage.module.css'
import { GuideVoices } from './server/GuideVoices.tsx'
import { ServerCheck } from './server/ServerCheck.tsx'

/** What is set once. */
export function SettingsPage() {
  const { settings } = useStrings()
  return (
    <div className={css.page}>
      <div className={css.column}>
        <PageHeader title={settings.title} />
        <Panel title={settings.speech}>
          <KeyField />
          <SpeechAddress />
          <TranscriptionModel />
        </Panel>
        <Panel title={settings.voices}>
          <GuideVoices />
          <ServerCheck />
        </Panel>
        <Panel title={settings.pronunciations}>
          <Pronunciations />
        </Panel>
        <Panel title={settings.files}>
          <ExportFolder />
          <ExportName />
        </Panel>
        <Panel title={settings.app}>
          <Appearance />
        </Panel>
        <Panel title={settings.about}>
          <About />
        </Panel>
      </div>
    </div>
  )
}

/** A text setting: saved when its field is left, marked as wrong while it can't be. */
function useTextSetting(name: 'speechUrl' | 'transcriptionModel' | 'exportName') {
  const { value, changeSettings } = useAppStore(({ settings, changeSettings }) => ({
    value: settings[name],
    changeSettings,
  }))
  const [text, setText] = useState<string>(value)
  useEffect(() => setText(value), [value])
  const isValid = Settings.shape[name].safeParse(text.trim()).success
  const save = () => {
    if (isValid && text.trim() !== value) void changeSettings({ [name]: text.trim() })
  }
  return { text, setText, isValid, save }
}

function SpeechAddress() {
  const { settings } = useStrings()
  const { text, setText, isValid, save } = useTextSetting('speechUrl')
  return (
    <Field
      label={settings.speechUrl}
      type="url"
      value={text}
      placeholder={settings.speechUrlExample}
      note={settings.speechUrlNote}
      error={isValid ? undefined : settings.speechUrlWrong}
      onChange={setText}
      onEnter={save}
      onBlur={save}
    />
  )
}

function TranscriptionModel() {
  const { settings } = useStrings()
  const { text, setText, isValid, save } = useTextSetting('transcriptionModel')
  return (
    <Field
      label={settings.transcriptionModel}
      value={text}
      placeholder="whisper-1"
      note={settings.transcriptionModelNote}
      error={isValid ? undefined : settings.transcriptionModelWrong}
      onChange={setText}
      onEnter={save}
      onBlur={save}
    />
  )
}

function ExportFolder() {
  const { settings, output } = useStrings()
  const { folder, choose, clear } = useAppStore((state) => ({
    folder: state.exportFolder,
    choose: state.chooseExportFolder,
    clear: state.clearExportFolder,
  }))
  return (
    <div className={css.setting}>
      <div className={css.words}>
        <strong>{settings.exportFolder}</strong>
        <span>{folder ?? settings.exportNote}</span>
      </div>
      <Button icon={<FolderDown />} onPress={choose}>
        {output.chooseFolder}
      </Button>
      {folder && (
        <Button variant="quiet" onPress={clear}>
          {output.stopCopying}
        </Button>
      )}
    </div>
  )
}

function ExportName() {
  const { settings } = useStrings()
  const { text, setText, isValid, save } = useTextSetting('exportName')
  return (
    <Field
      label={settings.exportName}
      value={text}
      note={`${settings.exportNameNote} ${settings.exportNameExample(exportedName(text))}`}
      error={isValid ? undefined : settings.exportNameWrong}
      onChange={setText}
      onEnter={save}
      onBlur={save}
    />
  )
}

function Appearance() {
  const { settings: words } = useStrings()
  const { settings, changeSettings } = useAppStore(({ settings, changeSettings }) => ({ settings, changeSettings }))
  return (
    <>
      <div className={css.setting}>
        <strong className={css.words}>{words.theme}</strong>
        <Segmented
          label={words.theme}
          value={settings.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))}
          onChange={(theme) => changeSettings({ theme })}
        />
      </div>
      <div className={css.setting}>
        <strong className={css.words}>{words.language}</strong>
        <Segmented
          label={words.language}
          value={settings.language}
          options={[
            { value: 'system', label: words.systemLanguage },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
          onChange={(language) => changeSettings({ language })}
        />
      </div>
      <Switch isSelected={settings.notifications} onChange={(notifications) => changeSettings({ notifications })}>
        {words.notifications}
      </Switch>
      <Switch isSelected={settings.finishInTray} onChange={(finishInTray) => changeSettings({ finishInTray })}>
        {words.finishInTray}
      </Switch>
    </>
  )
}
