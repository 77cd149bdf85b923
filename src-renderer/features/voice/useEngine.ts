import type { EngineName } from '#shared/domain.ts'
import { engineOf } from '../../store/follow.ts'
import { useStudio } from '../../store/useAppStore.ts'

/** Which engine speaks, and whether there is a choice. */
export function useEngine() {
  const { engine, key, speechUrl, choose } = useStudio((studio) => ({
    engine: engineOf(studio),
    key: studio.key,
    speechUrl: studio.settings.speechUrl,
    choose: studio.choose,
  }))
  return {
    engine,
    /** A speech server of one's own may want no key. */
    hasKey: key.state === 'keychain' || key.state === 'environment' || speechUrl !== '',
    choose: (name: EngineName) => choose({ engine: name }),
  }
}
