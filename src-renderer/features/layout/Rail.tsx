import { Clapperboard, Film, Settings2, Workflow } from 'lucide-react'
import { Button } from 'react-aria-components'
import { shortcuts } from '#shared/desktop/shortcuts.ts'
import { isUnfinished } from '../../store/slices/jobsSlice.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { keysOf } from '../../strings/format.ts'
import { useStrings } from '../../strings/useStrings.ts'
import { Tip } from '../../ui/actions/Tip.tsx'
import { Mark } from '../../ui/layout/Mark.tsx'
import css from './Rail.module.css'

const items = [
  ['editor', Clapperboard],
  ['library', Film],
  ['automation', Workflow],
  ['settings', Settings2],
] as const

/** Where one can go. */
export function Rail() {
  const strings = useStrings()
  const { page, show, platform } = useAppStore((state) => ({
    page: state.page,
    show: state.show,
    platform: state.app.platform,
  }))
  const running = useAppStore(({ jobs }) => jobs.filter(isUnfinished).length)
  const listening = useAppStore(({ api }) => api.url !== undefined)
  return (
    <nav className={css.rail} aria-label="Pausecut" data-platform={platform}>
      <span className={css.mark}>
        <Mark size={26} />
      </span>
      {items.map(([name, Icon]) => (
        <Tip key={name} text={strings.pages[name]} keys={keysOf(shortcuts[name], platform)} placement="right">
          <Button className={css.item!} {...(page === name && { 'aria-current': 'page' })} onPress={() => show(name)}>
            <span className={css.icon}>
              <Icon />
              {name === 'library' && running > 0 && (
                <span className={css.count} aria-hidden="true">
                  {running}
                </span>
              )}
              {name === 'automation' && listening && <span className={css.dot} />}
            </span>
            {strings.pages[name]}
          </Button>
        </Tip>
      ))}
    </nav>
  )
}
