import { useEffect, useRef } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'

/** After the start the preview plays once by itself, silently, so that people see that it moves. */
export function useFirstPlay(): void {
  const done = useRef(false)
  const spoken = useAppStore(({ shown }) => shown?.spoken !== undefined)
  const setPlaying = useAppStore(({ setPlaying }) => setPlaying)
  useEffect(() => {
    if (done.current || !spoken) return
    done.current = true
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) setPlaying(true, true)
  }, [spoken, setPlaying])
}
