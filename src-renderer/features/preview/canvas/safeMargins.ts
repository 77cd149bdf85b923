import { canvasSizes } from '#shared/domain.ts'

export type Platform = 'shorts' | 'tiktok' | 'reels'

interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

const { width, height } = canvasSizes.shorts

/**
 * What each platform lays over a 1080x1920 video, in its pixels: YouTube Shorts by Google Ads' guide to vertical video,
 * TikTok by its guide to in-feed ads, Reels by Meta's Business Help (14 % above, 35 % below, 6 % at the sides).
 */
export const safeMargins: Record<Platform, Margins> = {
  shorts: { top: 288, right: 192, bottom: 672, left: 48 },
  tiktok: { top: 150, right: 150, bottom: 440, left: 60 },
  reels: {
    top: Math.round(height * 0.14),
    right: Math.round(width * 0.06),
    bottom: Math.round(height * 0.35),
    left: Math.round(width * 0.06),
  },
}
