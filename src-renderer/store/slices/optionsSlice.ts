import type { ListedLook } from '#shared/desktop/appContract.ts'
import type { ImportedImage } from '#shared/desktop/desktop.ts'
import type { Result } from '#shared/result.ts'
import type { Tools } from '../appStore.ts'

/** What can be chosen from: looks, and pictures used lately. */
export interface OptionsSlice {
  readonly looks: readonly ListedLook[]
  readonly pictures: readonly ImportedImage[]
  /** Set while a picture is on its way. */
  readonly takingPicture: boolean
  /** Each takes a picture in and puts it behind the script: by dialog, dropped or pasted, by address. */
  choosePicture(): Promise<void>
  takePicture(file: File): Promise<void>
  fetchPicture(url: string): Promise<boolean>
  forgetPicture(picture: ImportedImage): Promise<void>
  chooseLogo(): Promise<void>
  chooseMusic(): Promise<void>
  saveLook(name: string): Promise<boolean>
  deleteLook(name: string): Promise<void>
  importLook(): Promise<void>
  exportLook(name: string): Promise<void>
}

export function optionsSlice({ set, get, client }: Tools): OptionsSlice {
  /** The value, or undefined after saying what went wrong. */
  const take = <T>(result: Result<T>): T | undefined => {
    if (result.ok) return result.value
    get().tell({ kind: 'trouble', error: result.error })
    return undefined
  }
  const importArtifact = async (asked: Promise<Result<ImportedImage | null>>) => {
    set({ takingPicture: true })
    const picture = take(await asked)
    set({ takingPicture: false })
    if (picture) get().chooseBackground({ kind: 'picture', file: picture.file })
    return Boolean(picture)
  }
  return {
    looks: [],
    pictures: [],
    takingPicture: false,
    async choosePicture() {
      await importArtifact(client.chooseBackground({}))
    },
    async takePicture(file) {
      await importArtifact(client.takeBackground({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
    },
    fetchPicture: (url) => importArtifact(client.fetchBackground({ url })),
    async forgetPicture({ file }) {
      take(await client.forgetPicture({ file }))
    },
    async chooseLogo() {
      const picture = take(await client.chooseLogo({}))
      if (picture) get().changeLook({ logo: { corner: 'top-left', opacity: 0.9, size: 0.14, file: picture.file } })
    },
    async chooseMusic() {
      const music = take(await client.chooseMusic({}))
      if (music) get().changeLook({ music: { volume: -14, ducking: 8, file: music.file } })
    },
    async saveLook(name) {
      const saved = take(await client.saveLook({ name, description: '', look: get().choices.look }))
      if (saved) get().choose({ lookName: saved.name })
      return Boolean(saved)
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
