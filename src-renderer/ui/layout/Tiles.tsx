import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import css from './Tiles.module.css'

interface Tile {
  readonly id: string
  readonly label: string
  readonly title?: string | undefined
  readonly image?: string | undefined
  /** Where there is no image. */
  readonly colour?: string | undefined
  readonly content?: ReactNode
}

interface TilesProps {
  readonly label: string
  readonly tiles: readonly Tile[]
  /** The chosen one's id; '' for none. */
  readonly value: string
  readonly shape: 'shorts' | 'voiceover'
  readonly hideLabels?: boolean
  readonly onChange: (id: string) => void
}

/** Small images to choose one from. */
export function Tiles({ label, tiles, value, shape, hideLabels = false, onChange }: TilesProps) {
  return (
    <RadioGroup className={css.tiles!} aria-label={label} value={value} onChange={onChange} data-shape={shape}>
      {tiles.map(({ id, label, title, image, colour, content }) => (
        <Radio key={id} value={id} className={css.tile!} {...(hideLabels && { 'aria-label': label })}>
          <span className={css.image} title={title ?? label} style={{ background: colour }}>
            {image && <img src={image} alt="" draggable={false} />}
            {content}
          </span>
          {!hideLabels && <span className={css.label}>{label}</span>}
        </Radio>
      ))}
    </RadioGroup>
  )
}
