import { buildApp } from '../../scripts/buildApp.ts'

/** Before the first spec. */
export default buildApp
