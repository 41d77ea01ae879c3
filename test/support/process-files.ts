import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What Linux says of a process from outside. */

/** How many sockets the process has open, listening ones and pipes to its parent among them. */
export const socketsOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/fd`).filter((fd) => targetOf(pid, fd).startsWith('socket:')).length;

/** How many regular files the process has open. */
export const openFilesOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/fd`).filter((fd) => /^\/(?!dev\/|proc\/)/.test(targetOf(pid, fd))).length;

/** A descriptor may close between its listing and its reading. */
const targetOf = (pid: number, fd: string): string => {
  try {
    return readlinkSync(`/proc/${pid}/fd/${fd}`);
  } catch {
    return '';
  }
};

/** The memory that is resident, in bytes. */
export const residentBytesOf = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
};
