import { checkFits, checkIdr, checkMargins, checkReferences } from './checkBand.ts'
import { PictureWriter } from './PictureWriter.ts'
import { joinParameterSets } from './parameterSets.ts'
import { type Band, macroblock } from './planBands.ts'
import { type CodedPicture, readPictures } from './readPictures.ts'
import { need } from './syntax/unsupportedStream.ts'

/** The finished stream. */
export interface GraftSpec {
  /** Luma samples; both even. */
  readonly width: number
  readonly height: number
  /** How many pictures. */
  readonly pictures: number
  /** An IDR picture every so many pictures, the first included. */
  readonly idrPeriod: number
  /** Pictures a second. */
  readonly rate: number
}

/** A band and its stream: x264's, Annex B, without B pictures, weights and scene cuts. */
export interface BandSource {
  readonly band: Band
  readonly stream: AsyncIterable<Uint8Array>
  /**
   * Whether the stream codes this picture. A moving band codes every IDR picture, as an IDR picture. Of a still band's
   * stream only the first picture is taken, and used at every IDR picture; it isn't asked.
   */
  readonly codes: (picture: number) => boolean
}

/** One coded picture of the finished stream: its NAL units in order, parameter sets before those of an IDR picture. */
export interface AccessUnit {
  readonly idr: boolean
  readonly nalUnits: readonly Uint8Array[]
}

interface Lane extends BandSource {
  readonly pictures: AsyncGenerator<CodedPicture>
  /** The one picture of a still band. */
  still?: CodedPicture
  /** How many pictures the stream has coded without a pause, since the last IDR picture. */
  run: number
}

/**
 * Strip graft: one H.264 stream of full pictures, made from band streams that were encoded apart, one picture at a time
 * as they come. `sources` tile the picture from top to bottom.
 *
 * Each picture holds the slices of the bands that have a coded picture at this time, under new headers, and one slice of
 * skipped macroblocks for each run of bands that have none. Nothing is decoded, and where nothing moves at all a picture
 * is a few bytes. A decoder shows in every band exactly what it shows for the band's own stream:
 *
 * - Prediction. A moving band is margin, core, margin. Its vectors reach no further than a margin is high: its SPS says
 *   so (log2_max_mv_length_vertical, E.2.1). So the core reads nothing but its own band. The margins read nothing else
 *   either, because they are skipped with zero vectors, which is read off the slice data of every picture. Intra
 *   prediction and CABAC don't look across slices.
 * - References. Every picture is a reference, in the order of decoding (8.2.4.2.1, 8.2.5.3). A band that codes every
 *   picture finds its own pictures at the indices it knows. One that pauses may use index 0 only, which skipped pictures
 *   have kept as it was.
 * - Deblocking (8.7). A band's own edges are a picture's edges, which aren't filtered. So its first slice leaves its
 *   border alone (disable_deblocking_filter_idc 2); its lower border is the upper one of the next slice. A skipped slice
 *   has nothing to filter (1).
 *
 * Throws UnsupportedStream as soon as a stream isn't what it should be or a margin moves; what was yielded before is
 * then to be thrown away.
 */
export async function* graft(spec: GraftSpec, sources: readonly BandSource[]): AsyncGenerator<AccessUnit> {
  checkTiling(sources, Math.ceil(spec.height / macroblock))
  const widthInMbs = Math.ceil(spec.width / macroblock)
  const lanes = sources.map((source): Lane => ({ ...source, pictures: readPictures(source.stream), run: 0 }))
  let writer: PictureWriter | undefined
  for (let n = 0; n < spec.pictures; n++) {
    const idr = n % spec.idrPeriod === 0
    const coded = await Promise.all(lanes.map((lane) => take(lane, n, idr, widthInMbs)))
    writer ??= new PictureWriter(joinParameterSets(coded as CodedPicture[], spec), spec.idrPeriod)
    const bands = lanes.map(({ band }, i) => ({ band, picture: coded[i] }))
    yield { idr, nalUnits: writer.write(n, bands) }
  }
  for (const { band, pictures } of lanes) {
    const over = band.kind === 'moving' && !(await pictures.next()).done
    need(!over, 'a band has more pictures than planned')
  }
}

function checkTiling(sources: readonly BandSource[], rows: number): void {
  let row = 0
  for (const { band } of sources) {
    if (band.row !== row) throw new RangeError(`Bands leave a gap at macroblock row ${row}`)
    row += band.rows
  }
  if (row !== rows) throw new RangeError(`Bands end at macroblock row ${row} of ${rows}`)
}

/** What a lane shows anew in picture n, checked; undefined where it repeats what was. */
async function take(lane: Lane, n: number, idr: boolean, widthInMbs: number): Promise<CodedPicture | undefined> {
  const { band } = lane
  if (band.kind === 'still') {
    if (!idr) return undefined
    lane.still ??= await next(lane, true, widthInMbs)
    return lane.still
  }
  if (idr) lane.run = 0
  if (!lane.codes(n)) {
    if (idr) throw new RangeError(`A moving band plans no picture for the IDR picture ${n}`)
    lane.run = 0
    return undefined
  }
  const picture = await next(lane, idr, widthInMbs)
  if (!idr) {
    checkMargins(band, picture, widthInMbs)
    checkReferences(picture, lane.run)
  }
  lane.run++
  return picture
}

async function next({ band, pictures }: Lane, idr: boolean, widthInMbs: number): Promise<CodedPicture> {
  const { value: picture } = await pictures.next()
  need(picture !== undefined, 'a band ends too early')
  checkFits(band, picture, widthInMbs)
  checkIdr(picture, idr)
  return picture
}
