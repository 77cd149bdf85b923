import fc from 'fast-check'

// The same commit gives the same answer: properties are tried on the same inputs each time. To look for others, run the
// tests with PROPERTY_SEED set to another number.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261127) })
