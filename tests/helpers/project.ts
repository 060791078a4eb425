/** The config of the project of somebody else in which this run is; undefined for the app. */
export const projectConfig = process.env.TEST_PROJECT

/** Whether this is the run in a project of somebody else, and not in the app. */
export const isProject = projectConfig !== undefined
