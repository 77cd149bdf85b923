import { useEffect, useState } from 'react'
import { defaultVoice } from '#shared/speech/engines.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

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
    sounding,
    async toggle() {
      if (sounding) return stop()
      setSounding(true)
      setPlaying(false)
      const speech = await sample(defaultVoice, 'natural')
      if (!speech) return stop()
      audio.src = speech.url
      audio.onended = stop
      audio.play().catch(stop)
    },
  }
}
