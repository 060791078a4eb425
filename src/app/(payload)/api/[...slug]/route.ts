import config from '@payload-config'
import { restRoutes } from 'dateline/routes'

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = restRoutes(config)
