import type { CaptionPreset } from '#shared/look/look.ts'

/** The colours that presets have of their own (pipeline/captions/presets), for looks that name none; a test keeps both alike. */
const own: Partial<Record<CaptionPreset, { readonly lit: string }>> = { boxed: { lit: '#ff7a45' } }

export const presetColours = (preset: CaptionPreset) => ({ text: '#ffffff', lit: own[preset]?.lit ?? '#ffc46b' })
