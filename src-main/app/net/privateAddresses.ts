import { BlockList, isIPv4, isIPv6 } from 'node:net'

// IANA's special-purpose registries (RFC 6890 and its updates): every range that is not the public internet.
const ranges4: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
]

// Of IPv6 only 2000::/3 is given out; an IPv4 address may stand in it as IPv4-mapped, or as NAT64 translates it (RFC 6052).
const global6: readonly [network: string, prefix: number][] = [
  ['2000::', 3],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
]
const ranges6: readonly [network: string, prefix: number][] = [
  ['2001::', 23], // IETF protocols, Teredo
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 wraps any IPv4 address
  ['3fff::', 20],
]

const global = new BlockList()
for (const [network, prefix] of global6) global.addSubnet(network, prefix, 'ipv6')
const blocked = new BlockList()
for (const [network, prefix] of ranges4) {
  blocked.addSubnet(network, prefix, 'ipv4')
  blocked.addSubnet(`::ffff:${network}`, 96 + prefix, 'ipv6')
  blocked.addSubnet(`64:ff9b::${network}`, 96 + prefix, 'ipv6')
}
for (const [network, prefix] of ranges6) blocked.addSubnet(network, prefix, 'ipv6')

/** Whether an IP address lies on the public internet. Text that is no IP address does not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (isIPv4(bare)) return !blocked.check(bare, 'ipv4')
  return isIPv6(bare) && global.check(bare, 'ipv6') && !blocked.check(bare, 'ipv6')
}
