import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { sayError, useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import css from './KeyField.module.css'

/** The key of the speech service: one field, tested with one call, never shown again. */
export function KeyField() {
  const strings = useStrings()
  const { settings, common } = strings
  const [typed, setTyped] = useState<string>()
  const { key, keyTest, setKey, testKey, deleteKey } = useAppStore((state) => ({
    key: state.key,
    keyTest: state.keyTest,
    setKey: state.setKey,
    testKey: state.testKey,
    deleteKey: state.deleteKey,
  }))
  const isTesting = keyTest.state === 'testing'
  const save = async () => {
    if (!typed?.trim()) return
    await setKey(typed.trim())
    setTyped(undefined)
  }
  const isOpen = typed !== undefined || key.state === 'none' || key.state === 'unavailable'
  return (
    <div className={css.key}>
      {isOpen ? (
        <Field
          label={settings.key}
          type="password"
          value={typed ?? ''}
          placeholder={settings.keyExample}
          note={settings.keyNote}
          onChange={setTyped}
          onEnter={save}
          action={
            <>
              <Button onPress={save} isDisabled={!typed?.trim() || isTesting}>
                {settings.addKey}
              </Button>
              {key.state === 'keychain' && (
                <Button variant="quiet" onPress={() => setTyped(undefined)}>
                  {common.cancel}
                </Button>
              )}
            </>
          }
        />
      ) : (
        <div className={css.row}>
          <p>
            <strong>{settings.key}</strong>
            <span>{key.state === 'environment' ? settings.keyEnvironment : settings.keySaved}</span>
          </p>
          <Button onPress={testKey} isDisabled={isTesting}>
            {settings.testKey}
          </Button>
          {key.state === 'keychain' && (
            <>
              <Button variant="quiet" onPress={() => setTyped('')}>
                {settings.replaceKey}
              </Button>
              <Button variant="quiet" onPress={deleteKey}>
                {settings.deleteKey}
              </Button>
            </>
          )}
        </div>
      )}
      <Outcome />
      {key.state === 'unavailable' && <p className={css.bad}>{sayError(strings, key.error)}</p>}
    </div>
  )
}

function Outcome() {
  const strings = useStrings()
  const { settings } = strings
  const test = useAppStore(({ keyTest }) => keyTest)
  return (
    <p className={css.outcome} role="status" data-state={test.state}>
      {test.state === 'testing' && (
        <>
          <LoaderCircle /> {settings.testing}
        </>
      )}
      {test.state === 'works' && (
        <>
          <CircleCheck /> {settings.works}
        </>
      )}
      {test.state === 'failed' && (
        <>
          <CircleX /> {sayError(strings, test.error)}
        </>
      )}
    </p>
  )
}
