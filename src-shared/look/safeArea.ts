interface Size {
  readonly width: number
  readonly height: number
}
/** Edges of a rectangle in pixels from the frame's upper left corner. */
export interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Where words and logos may stand.
 *
 * Portrait: what stays clear of the buttons and titles of YouTube Shorts, TikTok and Instagram Reels alike, on a
 * 1080x1920 frame, the widest that any of them asks for. Reels: 14 % above, 35 % below, 6 % at the sides (Meta
 * Business Help). TikTok: 150 px above, 440 px below, 150 px at the right. Shorts: 288 px above, 672 px below, 48 px
 * at the left, 192 px at the right (Google Ads, vertical video). The right-hand margin is kept on the left as well,
 * so that a centred line is in the middle of the frame.
 *
 * Landscape: the title-safe 5 % at each side (EBU R 95) and 8 % below, where players lay their controls.
 */
export function safeArea({ width, height }: Size): Edges {
  if (height > width) {
    const side = Math.round((width * 192) / 1080)
    return { left: side, top: Math.round(height * 0.15), right: width - side, bottom: Math.round(height * 0.65) }
  }
  const side = Math.round(width * 0.05)
  return { left: side, top: Math.round(height * 0.05), right: width - side, bottom: Math.round(height * 0.92) }
}
