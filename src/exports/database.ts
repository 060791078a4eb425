/** `dateline/database`: from a URL to Payload's adapter, for projects that bring none of their own. */
export { databaseAdapter } from '../database/adapter'
