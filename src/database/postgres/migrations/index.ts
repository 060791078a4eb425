import * as migration_20261201_103132_initial from './20261201_103132_initial';

export const migrations = [
  {
    up: migration_20261201_103132_initial.up,
    down: migration_20261201_103132_initial.down,
    name: '20261201_103132_initial'
  },
];
