import type { AccessUnit } from '#engines/h264/graft.ts'
import { NalUnitType, nalUnitType, toByteStream } from '#engines/h264/syntax/nalUnits.ts'
import { fps } from '#shared/domain.ts'

/**
 * Writes access units of H.264 as they come to an MP4 without sound, each lasting exactly 1 / 30 s, the index behind
 * them. Rejects as `units` does, or with the file system's error; what is written by then is left for the caller
 * to remove.
 *
 * @param size of the canvas, pixels
 * @param onFrame called with the number of frames written so far
 */
export async function writeMp4(
  units: AsyncIterable<AccessUnit>,
  out: string,
  size: { readonly width: number; readonly height: number },
  onFrame: (done: number) => void,
): Promise<void> {
  // Loaded with the first video, so that speech does not wait for it.
  const { EncodedPacket, EncodedVideoPacketSource, FilePathTarget, Mp4OutputFormat, Output } = await import(
    'mediabunny'
  )
  const source = new EncodedVideoPacketSource('avc')
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target: new FilePathTarget(out) })
  // Without a rate the track counts in 1 / 57600 s, of which a frame lasts 1920. Told the rate it would count frames,
  // and a player that seeks between two of them would have nothing finer to round to.
  output.addVideoTrack(source)
  try {
    await output.start()
    let done = 0
    for await (const { idr, nalUnits } of units) {
      const packet = new EncodedPacket(toByteStream(nalUnits), idr ? 'key' : 'delta', done / fps, 1 / fps)
      await source.add(packet, done === 0 ? { decoderConfig: configOf(nalUnits, size) } : undefined)
      onFrame(++done)
    }
    await output.finalize()
  } catch (error) {
    await output.cancel().catch(() => {})
    throw error
  }
}

/** Without a description: mediabunny writes the avcC box from the parameter sets in the first picture. */
function configOf(nalUnits: readonly Uint8Array[], { width, height }: { width: number; height: number }) {
  const sps = nalUnits.find((unit) => nalUnitType(unit) === NalUnitType.sps)!
  const profileAndLevel = Buffer.from(sps.subarray(1, 4)).toString('hex')
  return {
    codec: `avc1.${profileAndLevel}`,
    codedWidth: width,
    codedHeight: height,
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  } as const
}
