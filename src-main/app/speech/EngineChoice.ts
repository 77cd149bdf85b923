import type { Result } from '#shared/result.ts'
import type { EngineName } from '#shared/speech/engines.ts'

/** Which speech engine a job takes. */
export interface EngineChoice {
  /** The engine that was asked for, else the one that is set, else the best one that can speak. Fails as `chooseEngine`. */
  choose(asked?: EngineName): Promise<Result<EngineName>>
}
