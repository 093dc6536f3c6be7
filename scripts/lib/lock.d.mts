export function withLock<T>(file: string, task: () => Promise<T> | T, onWait?: () => void): Promise<T>;
export function isAlive(pid: number): boolean;
