/**
 * Writes a value so that it stands in an ffmpeg filter graph as it is: quoted once for the option and once for the
 * graph (ffmpeg-utils manual, "Quoting and escaping"; ffmpeg-filters manual, "Notes on filtergraph escaping").
 */
export function escapeFilter(value: string): string {
  const option = value.replace(/[\\':]/g, '\\$&')
  return option.replace(/[\\'[\],;]/g, '\\$&')
}
