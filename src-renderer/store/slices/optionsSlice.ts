import type { ListedLook } from '#shared/desktop/appContract.ts'
import type { ImportedImage } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { SliceParts } from '../appStore.ts'

/** What can be chosen from: looks, and images used lately. */
export interface OptionsSlice {
  readonly looks: readonly ListedLook[]
  readonly images: readonly ImportedImage[]
  /** Whether an image is being imported. */
  readonly importingImage: boolean
  /** Imports an image by dialog, and names it for the script; undefined where none was chosen. */
  chooseNamedImage(): Promise<string | undefined>
  /** Each imports an image and puts it behind the script: by dialog, dropped or pasted, by address. */
  chooseImage(): Promise<void>
  takeImage(file: File): Promise<void>
  fetchImage(url: string): Promise<boolean>
  forgetImage(image: ImportedImage): Promise<void>
  chooseLogo(): Promise<void>
  chooseMusic(): Promise<void>
  saveLook(name: string): Promise<boolean>
  deleteLook(name: string): Promise<void>
  importLook(): Promise<void>
  exportLook(name: string): Promise<void>
}

export function optionsSlice({ set, get, client }: SliceParts): OptionsSlice {
  /** The value, or undefined after saying what went wrong. */
  const take = <T>(result: Result<T>): T | undefined => {
    if (result.ok) return result.value
    get().tell({ kind: 'trouble', error: result.error })
    return undefined
  }
  const importImage = async (request: Promise<Result<ImportedImage | null>>) => {
    set({ importingImage: true })
    const image = take(await request)
    set({ importingImage: false })
    if (image) get().chooseBackground({ kind: 'picture', file: image.file })
    return Boolean(image)
  }
  return {
    looks: [],
    images: [],
    importingImage: false,
    async chooseNamedImage() {
      const image = take(await client.chooseBackground({}))
      return image ? get().nameImage(image) : undefined
    },
    async chooseImage() {
      await importImage(client.chooseBackground({}))
    },
    async takeImage(file) {
      await importImage(client.takeBackground({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
    },
    fetchImage: (url) => importImage(client.fetchBackground({ url })),
    async forgetImage({ file }) {
      take(await client.forgetPicture({ file }))
    },
    async chooseLogo() {
      const image = take(await client.chooseLogo({}))
      if (image) get().changeLook({ logo: { corner: 'top-left', opacity: 0.9, size: 0.14, file: image.file } })
    },
    async chooseMusic() {
      const music = take(await client.chooseMusic({}))
      if (music) get().changeLook({ music: { volume: -14, ducking: 8, file: music.file } })
    },
    async saveLook(name) {
      const look = take(await client.saveLook({ name, description: '', look: get().choices.look }))
      if (look) get().choose({ lookName: look.name })
      return Boolean(look)
    },
    async deleteLook(name) {
      take(await client.deleteLook({ name }))
    },
    async importLook() {
      const look = take(await client.importLook({}))
      if (look) get().chooseLook(look)
    },
    async exportLook(name) {
      take(await client.exportLook({ name }))
    },
  }
}
