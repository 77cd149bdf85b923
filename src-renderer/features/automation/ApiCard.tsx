import { Copy, KeyRound, RefreshCw, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { sayError, useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { IconButton } from '../../ui/actions/IconButton.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import css from './ApiCard.module.css'

/** The local API: whether it listens, where, and who may call. */
export function ApiCard() {
  const strings = useStrings()
  const { automation, common } = strings
  const { api, setApi, copyText } = useAppStore(({ api, setApi, copyText }) => ({ api, setApi, copyText }))
  return (
    <Panel title={automation.api}>
      <Switch isSelected={api.on} onChange={(on) => setApi({ on })} note={automation.apiNote}>
        {api.url ? automation.listening : automation.off}
      </Switch>
      {api.error && <p className={css.error}>{sayError(strings, api.error)}</p>}
      {api.url && (
        <p className={css.address}>
          <code>{api.url}</code>
          <IconButton size="small" label={common.copy} onPress={() => copyText(api.url!)}>
            <Copy />
          </IconButton>
        </p>
      )}
      <Port />
      <Token />
    </Panel>
  )
}

function Port() {
  const { automation } = useStrings()
  const { port, setApi } = useAppStore(({ api, setApi }) => ({ port: api.port, setApi }))
  const [text, setText] = useState(String(port))
  useEffect(() => setText(String(port)), [port])
  const number = Number(text)
  const isValid = Number.isInteger(number) && number >= 1024 && number <= 65_535
  const save = () => {
    if (isValid && number !== port) void setApi({ port: number })
  }
  return (
    <Field
      label={automation.port}
      value={text}
      error={isValid ? undefined : automation.portWrong}
      onChange={setText}
      onEnter={save}
      onBlur={save}
    />
  )
}

function Token() {
  const { automation } = useStrings()
  const { token, makeToken, copyToken, removeToken } = useAppStore((state) => ({
    token: state.api.token,
    makeToken: state.makeToken,
    copyToken: state.copyToken,
    removeToken: state.removeToken,
  }))
  return (
    <div className={css.token}>
      <p>
        <strong>{automation.token}</strong>
        <span>{token ? automation.tokenOn : automation.tokenOff}</span>
      </p>
      <div className={css.actions}>
        {token ? (
          <>
            <Button icon={<Copy />} onPress={copyToken}>
              {automation.copyToken}
            </Button>
            <IconButton label={automation.replaceToken} onPress={makeToken}>
              <RefreshCw />
            </IconButton>
            <IconButton label={automation.removeToken} onPress={removeToken}>
              <X />
            </IconButton>
          </>
        ) : (
          <Button icon={<KeyRound />} onPress={makeToken}>
            {automation.makeToken}
          </Button>
        )}
      </div>
    </div>
  )
}
