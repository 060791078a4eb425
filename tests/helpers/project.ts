/** Whether this is the run in a project of somebody else (tests/helpers/project.config.ts), and not in the app. */
export const isProject = process.env.TEST_PROJECT === 'true'
