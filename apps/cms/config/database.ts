import { join } from 'node:path';

import { readEnvironment } from '../src/environment';

/** The part of a better-sqlite3 connection used here. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

const sqlite = (filename: string) => ({
  client: 'sqlite',
  connection: { filename },
  useNullAsDefault: true,
  pool: {
    afterCreate(connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void) {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = NORMAL');
      connection.pragma('busy_timeout = 5000');
      done(null, connection);
    },
  },
});

const postgres = (connectionString: string) => ({
  client: 'postgres',
  connection: { connectionString },
  pool: { min: 2, max: 10 },
});

export default () => {
  const { DATABASE_URL, DATA_DIR } = readEnvironment();
  return {
    connection: DATABASE_URL ? postgres(DATABASE_URL) : sqlite(join(DATA_DIR, 'cms.db')),
    // Strapi otherwise drops the column of an attribute that left its schema, with all that is in it.
    settings: { forceMigration: false },
  };
};
