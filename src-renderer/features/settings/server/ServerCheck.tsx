import { LoaderCircle } from 'lucide-react'
import { checkCost } from '#shared/speech/checkTexts.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { sayError, useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import css from './ServerCheck.module.css'
import { ServerTable } from './ServerTable.tsx'

/** Measures what the speech server really does, when somebody asks for it. */
export function ServerCheck() {
  const strings = useStrings()
  const { settings, locale } = strings
  const { check, run, stop, key, speechUrl } = useAppStore((state) => ({
    check: state.serverCheck,
    run: state.checkServer,
    stop: state.stopServerCheck,
    key: state.key,
    speechUrl: state.settings.speechUrl,
  }))
  // Without a key and a server there is nobody to ask.
  if (speechUrl === '' && key.state !== 'keychain' && key.state !== 'environment') return null
  const isRunning = check.state === 'running'
  const note = settings.checkNote(checkCost.requests, checkCost.characters.toLocaleString(locale))
  return (
    <>
      <div className={css.setting}>
        <p className={css.note}>
          {note} {speechUrl === '' && settings.checkCosts}
        </p>
        {isRunning ? (
          <Button variant="quiet" onPress={() => void stop()}>
            {settings.stopCheck}
          </Button>
        ) : (
          <Button onPress={() => void run()}>{settings.check}</Button>
        )}
      </div>
      <div role="status">
        {isRunning && (
          <p className={css.state}>
            <LoaderCircle /> {settings.checking}
          </p>
        )}
        {check.state === 'failed' && <p className={css.bad}>{sayError(strings, check.error)}</p>}
      </div>
      {check.state === 'done' && <ServerTable report={check.report} />}
    </>
  )
}
