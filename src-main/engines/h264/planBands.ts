/** Something in the picture that changes, and never outside the luma rows [top, bottom). */
export interface Mover {
  readonly name: string
  readonly top: number
  readonly bottom: number
}

/** Macroblock rows [row, row + rows) that never change: coded once. */
interface StillBand {
  readonly kind: 'still'
  readonly row: number
  readonly rows: number
}

/**
 * Macroblock rows [row, row + rows) with movers in them. The first `marginTop` and the last `marginBottom` of them never
 * change; vectors of the rows between may read them.
 */
export interface MovingBand {
  readonly kind: 'moving'
  readonly row: number
  readonly rows: number
  readonly marginTop: number
  readonly marginBottom: number
  /** Names of the movers. */
  readonly movers: readonly string[]
}

export type Band = StillBand | MovingBand

/** Height and width of a macroblock in luma samples. */
export const macroblock = 16

/** The shortest limit of vectors that x264 knows (mvrange), in luma rows. */
export const vectorRange = 32

/** Rows beyond a vector's end that the six-tap interpolation reads (8.4.2.2.1). */
export const interpolationReach = 3

/**
 * How far a change spreads within its macroblock row: a transform block's height. Where a mover ends nearer to the edge
 * of its row, deblocking (8.7) may carry the change into the next row, which then is core as well.
 */
const spread = 8

/** Macroblock rows that a vector of the core can't reach across. */
export const marginRows = Math.ceil((vectorRange + interpolationReach) / macroblock)

/**
 * Cuts a picture of `height` luma rows into full-width bands, from top to bottom and without gaps. Every mover lies
 * between the margins of one band. A band that is too near to the picture's edge for a margin goes up to the edge, where
 * none is needed: beyond it a vector reads the edge's own samples (8.4.2.2.1). Bands that overlap become one.
 */
export function planBands(height: number, movers: readonly Mover[]): Band[] {
  const pictureRows = Math.ceil(height / macroblock)
  const apart = movers
    .map((mover) => around(mover, pictureRows))
    .sort((a, b) => a.row - b.row)
    .reduce<MovingBand[]>(joinOverlapping, [])
  const bands: Band[] = []
  let row = 0
  for (const band of apart) {
    if (band.row > row) bands.push({ kind: 'still', row, rows: band.row - row })
    bands.push(band)
    row = band.row + band.rows
  }
  if (pictureRows > row) bands.push({ kind: 'still', row, rows: pictureRows - row })
  return bands
}

function around({ name, top, bottom }: Mover, pictureRows: number): MovingBand {
  if (top < 0 || bottom > pictureRows * macroblock || bottom <= top)
    throw new RangeError(`${name} is not in the picture`)
  const coreTop = Math.max(0, Math.floor((top - spread) / macroblock))
  const coreEnd = Math.min(pictureRows, Math.ceil((bottom + spread) / macroblock))
  const marginTop = coreTop > marginRows ? marginRows : 0
  const marginBottom = coreEnd + marginRows < pictureRows ? marginRows : 0
  const row = marginTop > 0 ? coreTop - marginTop : 0
  const end = marginBottom > 0 ? coreEnd + marginBottom : pictureRows
  return { kind: 'moving', row, rows: end - row, marginTop, marginBottom, movers: [name] }
}

function joinOverlapping(bands: MovingBand[], next: MovingBand): MovingBand[] {
  const last = bands.at(-1)
  if (!last || last.row + last.rows <= next.row) return [...bands, next]
  const lower = last.row + last.rows > next.row + next.rows ? last : next
  const end = lower.row + lower.rows
  const joined: MovingBand = {
    ...last,
    rows: end - last.row,
    marginBottom: lower.marginBottom,
    movers: [...last.movers, ...next.movers],
  }
  return [...bands.slice(0, -1), joined]
}

/**
 * Macroblock rows in each slice of a moving band's stream (x264's slice-max-mbs, in rows): the upper margin and what
 * moves in one, the lower margin in a slice of its own. So both margins are where a slice begins.
 */
export function sliceRows(band: MovingBand): number {
  return band.rows - band.marginBottom
}
