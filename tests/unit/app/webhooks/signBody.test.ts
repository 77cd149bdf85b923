import { expect, test } from 'vitest'
import { signBody } from '#app/webhooks/signBody.ts'

test('the signature is HMAC-SHA256 of time and body', () => {
  // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac secret
  expect(signBody('{"a":1}', 'secret', new Date(1_700_000_000_999))).toBe(
    't=1700000000,v1=49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686',
  )
})
