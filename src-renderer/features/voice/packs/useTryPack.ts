import { useEffect, useState } from 'react'
import { defaultVoice, engineNames } from '#shared/speech/engines.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

/** The engine that speaks with packs. */
const natural = engineNames.find((name) => name === ('natural' as string))

/** Lets the natural voice say the first sentence of the script. */
export function useTryPack() {
  const { sample, setPlaying } = useAppStore(({ sample, setPlaying }) => ({ sample, setPlaying }))
  const [audio] = useState(() => new Audio())
  const [sounding, setSounding] = useState(false)
  const stop = () => {
    audio.pause()
    setSounding(false)
  }
  useEffect(() => () => audio.pause(), [audio])
  return {
    canTry: natural !== undefined,
    sounding,
    async toggle() {
      if (sounding) return stop()
      setSounding(true)
      setPlaying(false)
      const speech = await sample(defaultVoice, natural)
      if (!speech) return stop()
      audio.src = speech.url
      audio.onended = stop
      audio.play().catch(stop)
    },
  }
}
