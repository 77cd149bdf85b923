import { z } from 'zod'

/** A file of a voice pack: where it lies in the pack's folder, and the bytes that it must have. */
export const PackFile = z.object({
  /** Below the pack's folder, with `/`. */
  path: z.string().regex(/^[a-z0-9_]+(\/[a-z0-9_]+)*\.[a-z0-9]+$/i),
  bytes: z.number().int().positive(),
  /** Hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PackFile = z.infer<typeof PackFile>

const Licence = z.object({
  /** SPDX, where it has an identifier. */
  name: z.string().min(1),
  /** A page where it stands. */
  url: z.url({ protocol: /^https$/ }),
})

/** `pack.json`: what a pack's folder holds. It is written when every file is there, so that its presence says so. */
export const PackManifest = z.object({
  name: z.string(),
  /** The kind of model, and with that who can read the files. */
  model: z.string(),
  licence: Licence,
  files: z.array(PackFile).min(1),
})
export type PackManifest = z.infer<typeof PackManifest>

/** The name of the manifest in a pack's folder. */
export const manifestName = 'pack.json'

/** A pack that can be fetched. */
export const VoicePack = PackManifest.extend({
  /** BCP 47. */
  languages: z.array(z.string()).min(1),
  /**
   * Whether it was ever heard: a report of `npm run verify-voice` is in, from a machine that could fetch it. Until then
   * command line, app and documents say that it was not.
   */
  verified: z.boolean(),
  files: z
    .array(
      PackFile.extend({
        /** Where its bytes are, the best first; `{hub}` is where Hugging Face is reached (HF_ENDPOINT). */
        addresses: z.array(z.string().regex(/^(https:\/\/|\{hub\}\/)/)).min(1),
      }),
    )
    .min(1),
})
export type VoicePack = z.infer<typeof VoicePack>

const timestamped =
  '{hub}/onnx-community/Kokoro-82M-v1.0-ONNX-timestamped/resolve/dd4401a9add81ac692d20e240d22ec9dda82cc29'
const kokoroDemo = 'https://raw.githubusercontent.com/hexgrad/kokoro/main/kokoro.js/voices'
const misaki = 'https://raw.githubusercontent.com/hexgrad/misaki/fba1236595f2d2bf21d414ba6e57d25256afada3/misaki/data'

/** A voice's styles, one row of 256 numbers for each length of text up to 510 tokens. */
const styles = (name: string, sha256: string) => ({
  path: `voices/${name}.bin`,
  bytes: 522_240,
  sha256,
  addresses: [`${timestamped}/voices/${name}.bin`, `${kokoroDemo}/${name}.bin`],
})

const lexicon = (name: string, bytes: number, sha256: string) => ({
  path: `lexicon/${name}.json`,
  bytes,
  sha256,
  addresses: [`${misaki}/${name}.json`],
})

const kokoroFiles = [
  styles('af_heart', 'd583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b'),
  styles('af_bella', 'f69d836209b78eb8c66e75e3cda491e26ea838a3674257e9d4e5703cbaf55c8b'),
  styles('am_michael', '1d1f21dd8da39c30705cd4c75d039d265e9bc4a2a93ed09bc9e1b1225eb95ba1'),
  styles('am_fenrir', 'c27989f741f7ee34d273a39d8a595cc0837d35f5ced9a29b7cc162614616df43'),
  styles('am_puck', 'fcf73c989033e9233e0b98713eca600c8c74dcc1614b37009d5450ff4a2274a0'),
  styles('bm_fable', 'f889083196807b4adb15e9204252165f503b8d33d3982e681c52443c49d798f1'),
  lexicon('us_gold', 3_000_469, 'dc414872a49a28ae6c141463d502fd945f3b2fde040484fdc47d00cc4612686f'),
  lexicon('us_silver', 3_099_517, 'de8f67be911bb6c659187b4a65fd966b6a30e56350e0f790d763210b053ac475'),
  lexicon('gb_gold', 2_838_552, '29e62f4b60261c88f7f3c2c7811ca3825978948090b72d2b27d565b729282f71'),
]

/** Of the weights (Kokoro-82M) and of the dictionaries (misaki) alike. */
const apache = { name: 'Apache-2.0', url: 'https://huggingface.co/hexgrad/Kokoro-82M' }

/**
 * Every pack there is, the best first. Sizes and hashes are those that projects which ship these files publish; of the
 * voices and dictionaries they were also made from the files themselves.
 */
export const voicePacks: readonly VoicePack[] = [
  {
    name: 'kokoro',
    model: 'kokoro',
    languages: ['en'],
    verified: false,
    licence: apache,
    files: [
      {
        // Full precision, with the durations of its tokens, which exports without them do not tell.
        path: 'onnx/model.onnx',
        bytes: 325_505_369,
        sha256: 'beb0d1848dee9a49da392cc3df26958d46cfa35d321edf434f52949153f0df3a',
        addresses: ['https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.1/kokoro-v1.0.onnx'],
      },
      ...kokoroFiles,
    ],
  },
  {
    name: 'kokoro-small',
    model: 'kokoro',
    languages: ['en'],
    verified: false,
    licence: apache,
    files: [
      {
        // 8 bits: less to fetch and to hold in memory, not faster.
        path: 'onnx/model.onnx',
        bytes: 92_361_055,
        sha256: 'c0c02b3299fd97c34ea92a98e6d41eaa1a739c8f77bf685aac34bd7b34c1132c',
        addresses: [`${timestamped}/onnx/model_quantized.onnx`],
      },
      ...kokoroFiles,
    ],
  },
]

/** Bytes of all files of a pack. */
export const packSize = ({ files }: Pick<PackManifest, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)

/** What is here of a pack. */
export const PackPresence = z.object({
  /**
   * `absent`: nothing; `begun`: some of it, which a download goes on with; `whole`: by the sizes of its files, which can
   * be seen at once, as their hashes can't; `damaged`: it was whole once.
   */
  state: z.enum(['absent', 'begun', 'whole', 'damaged']),
  /** Bytes that are here. */
  done: z.number().int().nonnegative(),
})
export type PackPresence = z.infer<typeof PackPresence>
