import { canvasSizes } from '#shared/domain.ts'
import css from './SafeAreas.module.css'
import { type Platform, safeMargins } from './safeMargins.ts'

const { width, height } = canvasSizes.shorts
/** How far above the lowest each button of the column at the right is. */
const buttons = [0, 158, 316, 474, 632]

/** What a platform lays over the video: shaded where its own words and buttons are, with a hint of them. */
export function SafeAreas({ platform }: { readonly platform: Platform }) {
  const { top, right, bottom, left } = safeMargins[platform]
  const inner = `M${left} ${top}H${width - right}V${height - bottom}H${left}Z`
  return (
    <svg className={css.areas} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className={css.covered} d={`M0 0H${width}V${height}H0Z${inner}`} fillRule="evenodd" />
      <path className={css.edge} d={inner} />
      <g className={css.hint}>
        {buttons.map((up) => (
          <circle key={up} cx={width - 84} cy={height - 300 - up} r={44} />
        ))}
        <circle cx={96} cy={height - 300} r={40} />
        <rect x={160} y={height - 322} width={320} height={44} rx={22} />
        <rect x={56} y={height - 228} width={620} height={36} rx={18} />
        <rect x={56} y={height - 168} width={430} height={36} rx={18} />
      </g>
    </svg>
  )
}
