import { expect, test } from 'vitest'
import { isOwnNetwork } from '#app/net/isOwnNetwork.ts'

test.each([
  'http://localhost:8880/v1',
  'http://127.0.0.1/v1',
  'http://[::1]:1/v1',
  'http://192.168.1.4/v1',
  'http://kokoro:8880/v1',
  'http://mac.local/v1',
  'http://host.docker.internal:8880/v1',
])('%s is one’s own', (address) => {
  expect(isOwnNetwork(address)).toBe(true)
})

test.each([
  'https://api.openai.com/v1',
  'http://8.8.8.8/v1',
  'https://localhost.example/v1',
  'https://[2606:4700::1]/v1',
  'https://local.example.com./v1',
])('%s is somebody else’s', (address) => {
  expect(isOwnNetwork(address)).toBe(false)
})
