import type { FastifyReply } from 'fastify'
import { type AppError, catalogue, englishSentence } from '#shared/errors.ts'

/** On every answer; the try-it page replaces the policy by its own. */
export const standingHeaders = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
} as const

/** Answers with an error of the catalogue; `plain` leaves `success` out, as the guide does for downloads. */
export function refuse(error: AppError, reply: FastifyReply, plain = false): FastifyReply {
  const { raw } = reply.request
  reply.headers(standingHeaders)
  if (error.code === 'TOKEN_NEEDED') reply.header('www-authenticate', 'Bearer')
  // What is left of the body will not be read, so the connection can not be used again.
  if (!raw.complete && (raw.headers['content-length'] ?? raw.headers['transfer-encoding']) !== undefined)
    reply.header('connection', 'close')
  const sentence = englishSentence(error)
  const body = plain ? { error: sentence } : { success: false, error: sentence }
  return reply.code(catalogue[error.code].status).send(body)
}
