import { Check, Scan } from 'lucide-react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Settings } from '#shared/desktop/settings.ts'
import { shortcuts } from '#shared/desktop/shortcuts.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { keysOf } from '../../../strings/format.ts'
import { useStrings } from '../../../strings/useStrings.ts'
import { Button } from '../../../ui/actions/Button.tsx'
import css from '../../../ui/actions/Menu.module.css'
import { Tip } from '../../../ui/actions/Tip.tsx'

const areas = ['off', 'shorts', 'tiktok', 'reels'] as const

/** Whose buttons and titles lie over the preview. */
export function SafeAreasMenu() {
  const { preview } = useStrings()
  const { shown, platform, changeSettings } = useAppStore((state) => ({
    shown: state.settings.safeAreas,
    platform: state.app.platform,
    changeSettings: state.changeSettings,
  }))
  return (
    <MenuTrigger>
      <Tip text={preview.safeAreas} keys={keysOf(shortcuts['safe-areas'], platform)}>
        <Button variant="quiet" icon={<Scan />} aria-label={`${preview.safeAreas}: ${preview.safe[shown]}`}>
          {shown === 'off' ? '' : preview.safe[shown]}
        </Button>
      </Tip>
      <Popover className={css.popover!} offset={4}>
        <AriaMenu
          className={css.menu!}
          aria-label={preview.safeAreas}
          selectionMode="single"
          selectedKeys={[shown]}
          disallowEmptySelection
          onSelectionChange={(keys) => changeSettings({ safeAreas: [...keys][0] as Settings['safeAreas'] })}
        >
          {areas.map((area) => (
            <MenuItem key={area} id={area} textValue={preview.safe[area]} className={css.item!}>
              <span className={css.label}>{preview.safe[area]}</span>
              {area === shown && <Check aria-hidden="true" />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
