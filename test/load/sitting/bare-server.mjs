import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';

// The floor under a save: socket.io, one insert, an acknowledgement; no sessions, no checks, no rules.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] ?? '', max: 10 });
// The database stops before this process does.
pool.on('error', () => process.exit(0));
await pool.query(
  'create table if not exists bare_save (who text, sequence int, text text, at timestamptz default now(), primary key (who, sequence))',
);
const http = createServer();
const server = new Server(http);
server.on('connection', (socket) => {
  socket.on('save', (input, acknowledge) => {
    pool
      .query('insert into bare_save (who, sequence, text) values ($1, $2, $3) on conflict do nothing', [
        input.who,
        input.sequence,
        input.text,
      ])
      .then(
        () => acknowledge({ ok: true }),
        () => acknowledge({ ok: false }),
      );
  });
});
http.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'));
process.on('disconnect', () => process.exit(0));
