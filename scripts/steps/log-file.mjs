// A log that begins a new file each day and when it gets long. Old ones are compressed, kept for a time and deleted.
import { closeSync, createReadStream, createWriteStream, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { Trouble } from './say.mjs';

const DAY = 24 * 60 * 60 * 1000;
const OLD = /^([a-z0-9-]+)-(\d{4}-\d{2}-\d{2})\.(\d+)\.log(\.gz)?$/;
const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
/** YYYY-MM-DD in Asia/Shanghai. */
const dayOf = (instant) => formatter.format(instant);

/**
 * How long logs are and how long they stay. A year by default; 网络安全法 art. 21 (3) asks for at least six months.
 * @throws {Trouble} Naming the variable that is no number.
 */
export function readLogSettings(env = process.env) {
  const number = (name, fallback) => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 1) throw new Trouble(`${name}=${env[name]} 不对`, `${name} 应是不小于 1 的整数。`);
    return value;
  };
  return { maxBytes: number('LOG_MAX_MB', 50) * 1024 * 1024, keepDays: number('LOG_KEEP_DAYS', 365) };
}

/** The log `<name>.log` of a folder; old ones are `<name>-<day>.<number>.log.gz`. Written at once, never held back. */
export class LogFile {
  #file;
  #bytes = 0;
  #day;
  #endsWhole = true;

  /** @param settings From `readLogSettings`. @param now The clock. */
  constructor(folder, name, { maxBytes, keepDays }, now = () => new Date()) {
    Object.assign(this, { folder, name, maxBytes, keepDays, now, place: path.join(folder, `${name}.log`) });
    /** Ends when the last old log is compressed. */
    this.compressed = Promise.resolve();
    mkdirSync(folder, { recursive: true });
    const left = statSync(this.place, { throwIfNoEntry: false });
    if (left?.size && dayOf(left.mtime) !== dayOf(now())) this.#setAside(dayOf(left.mtime));
    for (const old of this.#old()) if (!old.endsWith('.gz')) this.#compress(old);
    this.#open();
    this.#prune();
  }

  write(chunk) {
    const bytes = Buffer.from(chunk);
    if (this.#endsWhole) this.#rotate(bytes.length);
    writeSync(this.#file, bytes);
    this.#bytes += bytes.length;
    this.#endsWhole = bytes.at(-1) === 10;
  }

  /** A new day, or the end of the file: only between two lines. */
  #rotate(more) {
    const isLong = this.#bytes > 0 && this.#bytes + more > this.maxBytes;
    if (!isLong && dayOf(this.now()) === this.#day) return;
    closeSync(this.#file);
    if (this.#bytes > 0) this.#setAside(this.#day);
    this.#open();
    this.#prune();
  }

  #open() {
    this.#file = openSync(this.place, 'a', 0o640);
    this.#bytes = statSync(this.place).size;
    this.#day = dayOf(this.now());
  }

  #old() {
    return readdirSync(this.folder).filter((file) => OLD.exec(file)?.[1] === this.name);
  }

  #setAside(day) {
    const numbers = this.#old().filter((file) => OLD.exec(file)[2] === day).map((file) => Number(OLD.exec(file)[3]));
    const old = `${this.name}-${day}.${Math.max(0, ...numbers) + 1}.log`;
    renameSync(this.place, path.join(this.folder, old));
    this.#compress(old);
  }

  #compress(old) {
    const file = path.join(this.folder, old);
    const partial = `${file}.gz.partial`;
    this.compressed = this.compressed
      .then(() => pipeline(createReadStream(file), createGzip(), createWriteStream(partial, { mode: 0o640 })))
      .then(() => {
        renameSync(partial, `${file}.gz`);
        rmSync(file);
      })
      // It stays as it is, and is tried again at the next start.
      .catch(() => existsSync(partial) && rmSync(partial));
  }

  #prune() {
    const first = dayOf(new Date(this.now().getTime() - this.keepDays * DAY));
    for (const file of this.#old()) if (OLD.exec(file)[2] < first) rmSync(path.join(this.folder, file));
  }

  close() {
    closeSync(this.#file);
  }
}
