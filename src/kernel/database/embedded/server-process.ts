import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endServer } from './ending.ts';
import type { Place } from './place.ts';
import type { ServerLog } from './server-log.ts';
import { SERVER_ENVIRONMENT } from './settings.ts';

const CLOSE_LIMIT_MS = 500;

/** How the server ended: an exit code or a signal, or neither if it could not be run at all. */
export type ServerEnd = { code: number | null; signal: string | null; reason: string };

export type ServerProcess = {
  /** 0 if it could not be run. */
  pid: number;
  /** Null while it runs. */
  end(): ServerEnd | null;
  /** Ends it and waits until it has ended. Can be called repeatedly. */
  stop(fast_stop_limit_ms?: number): Promise<void>;
};

/**
 * Runs the server as a child process.
 *
 * @param onEnd is called if it ends without having been stopped
 */
export function runServer(
  place: Place,
  server_dir: string,
  server_arguments: string[],
  server_log: ServerLog,
  onEnd: (end: ServerEnd) => void,
): ServerProcess {
  const child = spawn(join(server_dir, 'bin', 'postgres'), server_arguments, {
    ...place.run_as,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a separate session, so that Ctrl-C in the terminal reaches only the app, which finishes its work first.
    detached: true,
  });
  let end: ServerEnd | null = null;
  let is_stopping = false;
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;

  // In case the app ends without stop(). After kill -9, the next start ends the orphan.
  const endWithApp = () => void child.kill('SIGINT');
  process.once('exit', endWithApp);

  const setEnd = (reason: string) => {
    if (end) return;
    end = { code: child.exitCode, signal: child.signalCode, reason };
    if (!is_stopping) onEnd(end);
  };
  child.stderr.on('data', (chunk: Buffer) => {
    server_log.append(chunk);
    // After SIGTERM it would wait until its clients disconnect; ours would stay forever.
    if (chunk.includes('received smart shutdown request')) child.kill('SIGINT');
  });
  child.on('error', (error) => {
    if (child.pid === undefined) process.off('exit', endWithApp);
    setEnd(error.message);
  });
  // "close" follows "exit" and comes after all output, which holds the reason of a failed start. A back end may
  // keep the pipe open after the postmaster has died, though, hence the time limit.
  child.on('exit', (code, signal) => {
    process.off('exit', endWithApp);
    const report = () => setEnd(signal === null ? `exit code ${code}` : `signal ${signal}`);
    child.once('close', report);
    setTimeout(report, CLOSE_LIMIT_MS).unref();
  });

  return {
    pid: child.pid ?? 0,
    end: () => end,
    async stop(fast_stop_limit_ms) {
      is_stopping = true;
      if (child.pid !== undefined && !hasExited()) await endServer(child.pid, hasExited, fast_stop_limit_ms);
    },
  };
}
