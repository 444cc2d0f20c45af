/** A browser other than Chromium as a test drives it: few verbs, so that each promise is written once. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export interface Engine {
  /** Opens an address and waits until it has loaded. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page; a promise is waited for. */
  value<T>(expression: string): Promise<T>;
  /** Presses a key, perhaps with Control held. */
  press(key: Key, control?: boolean): Promise<void>;
  /** Presses the mouse at a point of the window, and lets go at another. */
  drag(from: Point, to: Point): Promise<void>;
  close(): Promise<void>;
}

export type Key = 'ArrowRight' | 'Enter' | 'a';

export interface Point {
  x: number;
  y: number;
}

/** An engine that may be there. */
export interface Found {
  name: string;
  /** What has to be installed to have it. */
  needs: string;
  /** Starts it; undefined where it is not there. */
  start?: () => Promise<Engine>;
}

/** The first of some programs that is on this machine, by name on the path or by its file. */
export function programOf(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names
    .filter((name) => name !== '')
    .flatMap((name) => (path.isAbsolute(name) ? name : folders.map((folder) => path.join(folder, name))))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
