import { CircleCheck, CircleX } from 'lucide-react'
import { ProgressBar } from 'react-aria-components'
import { shortcuts } from '#shared/desktop/shortcuts.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { keysOf } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Button } from '../../ui/actions/Button.tsx'
import { Tip } from '../../ui/actions/Tip.tsx'
import css from './FootBar.module.css'
import { useFootBar } from './useFootBar.ts'

/** What does the same as the button. */
const commands = { ready: 'make', working: 'cancel', done: 'library', failed: 'make' } as const

/** What the click will do; while it is done, how far it is; then what came of it. Always the same height. */
export function FootBar() {
  const { render } = useStrings()
  const bar = useFootBar()
  const platform = useAppStore(({ app }) => app.platform)
  return (
    <footer className={css.bar} data-state={bar.state}>
      <ProgressBar
        className={css.progress!}
        aria-label={render.progress}
        value={bar.progress}
        data-shown={bar.state === 'working' || undefined}
      >
        <span className={css.filled} style={{ scale: `${bar.progress / 100} 1` }} />
      </ProgressBar>
      {bar.state === 'done' && <CircleCheck className={css.good} />}
      {bar.state === 'failed' && <CircleX className={css.bad} />}
      <p className={css.words} role="status">
        <strong>{bar.headline}</strong>
        {bar.detail && <span>{bar.detail}</span>}
      </p>
      {bar.quiet && (
        <Button variant="quiet" onPress={bar.quiet.run}>
          {bar.quiet.label}
        </Button>
      )}
      <Tip text={bar.action.label} keys={keysOf(shortcuts[commands[bar.state]], platform)} placement="top">
        <Button
          variant={bar.state === 'working' ? 'plain' : 'primary'}
          size="large"
          isDisabled={bar.action.isDisabled}
          onPress={bar.action.run}
        >
          <span className={css.label}>{bar.action.label}</span>
        </Button>
      </Tip>
    </footer>
  )
}
