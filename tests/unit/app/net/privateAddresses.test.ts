import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from '#app/net/privateAddresses.ts'

const privateFour = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
]
const publicFour = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
]

test.each(privateFour)('%s is not public, in any of its spellings', (address) => {
  const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number]
  const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  for (const spelling of [
    address,
    `::ffff:${address}`,
    `::ffff:${hex}`,
    `0:0:0:0:0:ffff:${hex}`,
    `::${address}`,
    `64:ff9b::${address}`,
    `::ffff:0:${address}`,
    `2002:${hex}::1`,
  ])
    expect([spelling, isPublicAddress(spelling)]).toEqual([spelling, false])
})

test.each([...publicFour, ...publicFour.map((address) => `::ffff:${address}`), '64:ff9b::1.1.1.1', '2606:4700::1111'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  '::',
  '::1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fdff::1',
  'fec0::1',
  'ff02::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '64:ff9b:1::1',
  '3fff::1',
  '5f00::1',
  '4000::1',
  '1fff::1',
  'e000::1',
  '::ffff:0:1.1.1.1',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

test('text that is no address is not public', () => {
  const text = fc.string().filter((candidate) => isIP(candidate) === 0)
  fc.assert(fc.property(text, (candidate) => !isPublicAddress(candidate)))
})
