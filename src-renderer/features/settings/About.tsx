import type { UpdateState } from '#shared/desktop/desktop.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Strings } from '../../strings/en.ts'
import { sayError, useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Mark } from '../../ui/layout/Mark.tsx'
import css from './About.module.css'

/** Which version this is, and whether there is a newer one. */
export function About() {
  const strings = useStrings()
  const { settings } = strings
  const { version, updates, checkForUpdates, installUpdate } = useAppStore((state) => ({
    version: state.app.version,
    updates: state.updates,
    checkForUpdates: state.checkForUpdates,
    installUpdate: state.installUpdate,
  }))
  return (
    <div className={css.about}>
      <Mark size={30} />
      <p className={css.words}>
        <strong>{`Pausecut ${version}`}</strong>
        <span>{say(updates, strings)}</span>
      </p>
      {(updates.state === 'current' || updates.state === 'failed') && (
        <Button onPress={checkForUpdates}>{settings.checkUpdates}</Button>
      )}
      {updates.state === 'ready' && <Button onPress={installUpdate}>{settings.installUpdate}</Button>}
    </div>
  )
}

function say(updates: UpdateState, strings: Strings): string {
  const words = strings.settings.updates
  switch (updates.state) {
    case 'downloading':
      return words.downloading(updates.version, `${Math.round(updates.percent)} %`)
    case 'ready':
      return words.ready(updates.version)
    case 'failed':
      return sayError(strings, updates.error)
    default:
      return words[updates.state]
  }
}
