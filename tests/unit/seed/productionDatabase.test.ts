import { describe, expect, it } from 'vitest'
import { isProductionDatabase } from '../../../src/cli/productionDatabase'

describe('a database is a production database', () => {
  it.each([
    'mongodb://db.example/news',
    'mongodb+srv://cluster.example/news',
    'mongodb://ann:secret@db.example:27017/news',
    'mongodb://localhost:27017,db.example:27017/news',
    'mongodb://localhost@db.example/news',
    'mongodb://localhost.example/news',
    'mongodb://127.example/news',
  ])('on another machine: %s', (url) => {
    expect(isProductionDatabase({ DATABASE_URL: url })).toBe(true)
  })

  it.each(['file:/var/dateline.db', 'mongodb://localhost/news'])('anywhere, in production: %s', (url) => {
    expect(isProductionDatabase({ DATABASE_URL: url, NODE_ENV: 'production' })).toBe(true)
  })
})

describe('a database is not a production database', () => {
  it.each([
    'file:./dateline.db',
    'mongodb://localhost/news',
    'mongodb://127.0.0.1:27017/news?replicaSet=rs0',
    'mongodb://[::1]:27017/news',
    'mongodb://ann:secret@localhost:27017,127.0.0.1:27018/news',
  ])('on this machine: %s', (url) => {
    expect(isProductionDatabase({ DATABASE_URL: url, NODE_ENV: 'development' })).toBe(false)
  })

  it.each([undefined, '', '  ', 'mongodb-memory:'])('when it is our own: %j', (url) => {
    expect(isProductionDatabase({ DATABASE_URL: url, NODE_ENV: 'production' })).toBe(false)
  })
})
