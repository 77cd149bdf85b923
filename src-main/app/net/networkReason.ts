import { type Phrase, phrase } from '#shared/phrases.ts'

const reasons: Record<string, Phrase> = {
  ENOTFOUND: phrase('SERVER_UNKNOWN'),
  EAI_AGAIN: phrase('NO_LOOKUP'),
  ECONNREFUSED: phrase('CONNECTION_REFUSED'),
  ECONNRESET: phrase('CONNECTION_BROKEN'),
  EPIPE: phrase('CONNECTION_BROKEN'),
  UND_ERR_SOCKET: phrase('CONNECTION_BROKEN'),
  ETIMEDOUT: phrase('SERVER_SILENT'),
  UND_ERR_CONNECT_TIMEOUT: phrase('SERVER_SILENT'),
  ENETUNREACH: phrase('NO_NETWORK'),
  EHOSTUNREACH: phrase('NO_NETWORK'),
  ENETDOWN: phrase('NO_NETWORK'),
}

/** What the network said, by the code of Node or undici. */
export function networkReason(code: string): Phrase {
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) return phrase('NOT_TRUSTED', { code })
  return reasons[code] ?? phrase('CONNECTION_FAILED', { code })
}
