import { useEffect, useRef, useState } from 'react'
import type { PreviewWindow } from '../../../store/slices/previewSlice.ts'
import css from './Captions.module.css'
import { type Drawing, prepareDrawing } from './drawFrame.ts'

interface CaptionsProps {
  readonly shown: PreviewWindow
  /** Which frame of the video is shown, from 0. */
  readonly frame: number
  /** Size of the video in pixels. */
  readonly size: { readonly width: number; readonly height: number }
}

/** Captions, title card and waveform of one frame, drawn from the outlines that the video is made of. */
export function Captions({ shown, frame, size }: CaptionsProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const width = useDrawnWidth(canvas)
  const [drawing, setDrawing] = useState<Drawing>()
  useEffect(() => setDrawing((before) => prepareDrawing(shown, before?.shapes)), [shown])
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !drawing || width === 0) return
    const scale = width / size.width
    context.setTransform(scale, 0, 0, scale, 0, 0)
    drawing.draw(context, frame, scale)
  }, [drawing, frame, width, size])
  return (
    <canvas
      ref={canvas}
      className={css.captions}
      width={width}
      height={Math.round((width * size.height) / size.width)}
    />
  )
}

/** Width in pixels of the screen, which changes with the window and with its zoom. */
function useDrawnWidth(canvas: React.RefObject<HTMLCanvasElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.round((entry?.contentRect.width ?? 0) * devicePixelRatio)),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [canvas])
  return width
}
