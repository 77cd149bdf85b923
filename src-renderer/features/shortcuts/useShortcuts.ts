import { useEffect } from 'react'
import { setInteractionModality } from 'react-aria/useFocusVisible'
import { runCommand } from '../../store/commands.ts'
import { useAppStoreApi } from '../../store/useAppStore.ts'
import { matchKeys } from './matchKeys.ts'

/** Listens to the keys of every command, wherever the focus is; Space plays where it means nothing else. */
export function useShortcuts(): void {
  const store = useAppStoreApi()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const target = event.target as HTMLElement
      const command = isBareSpace(event, target) ? 'play' : matchKeys(event, store.getState().app.platform)
      if (!command || inDialog(target)) return
      // In a field of its own, undo means that field.
      if ((command === 'undo' || command === 'redo') && isOtherField(target)) return
      // react-aria takes keys with Ctrl for no sign of a keyboard: after a focus that no key and no pointer made (a screen
      // reader's), what a key opens would wait for a frame before it takes the focus, and may then never take it.
      setInteractionModality('keyboard')
      if (runCommand(store, command)) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [store])
}

const isBareSpace = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, target: HTMLElement) =>
  key === ' ' &&
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  !shiftKey &&
  (target === document.body || target.matches('main, main *:not(input, textarea, button, [role], [tabindex])'))

const inDialog = (target: HTMLElement) => target.closest('[role=dialog], [role=menu], [role=listbox]') !== null

const isOtherField = (target: HTMLElement) =>
  target.matches('input, textarea, [contenteditable]') && !target.matches('[data-script]')
