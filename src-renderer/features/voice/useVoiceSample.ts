import { useEffect, useRef, useState } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { useEngine } from './useEngine.ts'

/** Milliseconds that the pointer rests on a voice before it speaks. */
const rest = 350

/** Lets a voice say the first sentence of the script: when its button is pressed, and when pointed at where that costs nothing. */
export function useVoiceSample() {
  const { sample, setPlaying } = useAppStore(({ sample, setPlaying }) => ({ sample, setPlaying }))
  const { facts } = useEngine()
  const [audio] = useState(() => new Audio())
  const [sounding, setSounding] = useState<string>()
  const latest = useRef<string>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const stop = () => {
    clearTimeout(timer.current)
    latest.current = undefined
    audio.pause()
    setSounding(undefined)
  }
  const listen = async (voice: string) => {
    if (latest.current === voice) return stop()
    stop()
    latest.current = voice
    setSounding(voice)
    setPlaying(false)
    const speech = await sample(voice)
    // Another voice was asked for meanwhile.
    if (latest.current !== voice) return
    if (!speech) return stop()
    audio.src = speech.url
    audio.onended = stop
    audio.play().catch(stop)
  }
  useEffect(() => () => audio.pause(), [audio])

  return {
    sounding,
    listen,
    hover: (voice: string) => ({
      onPointerEnter() {
        if (facts.paid || latest.current === voice) return
        timer.current = setTimeout(() => void listen(voice), rest)
      },
      onPointerLeave() {
        if (!facts.paid) stop()
      },
    }),
  }
}
