import { describe, expect, it } from 'vitest'
import { addressOf, networkOf } from '../../../src/security/address'

describe('who asks', () => {
  const peer = '203.0.113.9'

  it('is the other end of the connection when no proxy is trusted, whatever the request says', () => {
    expect(addressOf({ peer, forwardedFor: '198.51.100.1', trustedProxies: 0 })).toBe(peer)
  })

  it('is whom the trusted proxy was asked by', () => {
    expect(addressOf({ peer, forwardedFor: '198.51.100.1', trustedProxies: 1 })).toBe('198.51.100.1')
  })

  it('is not what a client wrote before the proxies did', () => {
    expect(addressOf({ peer, forwardedFor: '6.6.6.6, 198.51.100.1, 10.0.0.2', trustedProxies: 2 })).toBe('198.51.100.1')
    expect(addressOf({ peer, forwardedFor: ['6.6.6.6', '198.51.100.1'], trustedProxies: 1 })).toBe('198.51.100.1')
  })

  it('is the farthest known when there are fewer proxies than trusted', () => {
    expect(addressOf({ peer, forwardedFor: undefined, trustedProxies: 2 })).toBe(peer)
  })

  it('is the other end when what the proxy wrote is no address', () => {
    expect(addressOf({ peer, forwardedFor: 'unknown', trustedProxies: 1 })).toBe(peer)
  })

  it.each([
    ['198.51.100.1:4711', '198.51.100.1'],
    ['[2001:db8:1:2:3::4]:4711', '2001:db8:1:2::/64'],
    ['[2001:db8::4]', '2001:db8:0:0::/64'],
  ])('is read without its port: %s', (forwardedFor, address) => {
    expect(addressOf({ peer, forwardedFor, trustedProxies: 1 })).toBe(address)
  })
})

describe('one client', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
