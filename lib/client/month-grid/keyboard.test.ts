import { describe, expect, it } from 'vitest';
import { actionOf, type KeyPress, moved } from '#lib/client/month-grid/keyboard.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  isSelect: false,
  ...held,
});
const SIZE = { rows: 50, columns: 13 };

describe('keys in a cell that is ready', () => {
  it.each([
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    ['ArrowLeft', 'left'],
    ['ArrowRight', 'right'],
    ['Home', 'rowStart'],
    ['End', 'rowEnd'],
    ['PageUp', 'pageUp'],
    ['PageDown', 'pageDown'],
  ])('%s moves %s, and with Shift the block goes there too', (key, motion) => {
    expect(actionOf(press(key), 'ready')).toEqual({ kind: 'move', motion, extend: false });
    expect(actionOf(press(key, { shift: true }), 'ready')).toEqual({ kind: 'move', motion, extend: true });
  });

  it('digits, letters and what the browser does by itself are left alone', () => {
    for (const key of ['7', 'a', 'Backspace', ':']) expect(actionOf(press(key), 'ready')).toBeNull();
    for (const key of ['c', 'v', 'x', 'a']) expect(actionOf(press(key, { ctrl: true }), 'ready')).toBeNull();
    expect(actionOf(press('ArrowLeft', { alt: true }), 'ready')).toBeNull();
  });

  it('undo and redo go by both their keys', () => {
    expect(actionOf(press('z', { ctrl: true }), 'ready')).toEqual({ kind: 'undo' });
    expect(actionOf(press('Z', { ctrl: true, shift: true }), 'ready')).toEqual({ kind: 'redo' });
    expect(actionOf(press('y', { ctrl: true }), 'ready')).toEqual({ kind: 'redo' });
  });
});

describe('keys in a cell that is edited', () => {
  it('arrows, Home, End and Delete belong to its text', () => {
    for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End', 'Delete'])
      expect(actionOf(press(key), 'edit')).toBeNull();
  });

  it('F2 goes in and out, Escape restores, Enter goes on', () => {
    expect(actionOf(press('F2'), 'ready')).toEqual({ kind: 'edit' });
    expect(actionOf(press('F2'), 'edit')).toEqual({ kind: 'ready' });
    expect(actionOf(press('Escape'), 'edit')).toEqual({ kind: 'restore' });
    expect(actionOf(press('Enter'), 'edit')).toEqual({ kind: 'enter', motion: 'down' });
    expect(actionOf(press('Enter', { shift: true }), 'edit')).toEqual({ kind: 'enter', motion: 'up' });
  });
});

describe('keys in a list', () => {
  it('up and down change what is chosen, sideways and Enter move', () => {
    expect(actionOf(press('ArrowDown', { isSelect: true }), 'ready')).toBeNull();
    expect(actionOf(press('ArrowRight', { isSelect: true }), 'ready')).toMatchObject({ motion: 'right' });
    expect(actionOf(press('Enter', { isSelect: true }), 'ready')).toMatchObject({ kind: 'enter' });
  });
});

describe('moving', () => {
  it('stays within the grid', () => {
    expect(moved({ row: 0, column: 0 }, 'up', SIZE)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 0, column: 0 }, 'left', SIZE)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 49, column: 12 }, 'down', SIZE)).toEqual({ row: 49, column: 12 });
    expect(moved({ row: 45, column: 2 }, 'pageDown', SIZE)).toEqual({ row: 49, column: 2 });
    expect(moved({ row: 3, column: 2 }, 'pageUp', SIZE)).toEqual({ row: 0, column: 2 });
  });

  it('Ctrl+Home and Ctrl+End go to the corners', () => {
    expect(actionOf(press('Home', { ctrl: true }), 'ready')).toMatchObject({ motion: 'first' });
    expect(moved({ row: 7, column: 7 }, 'first', SIZE)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 7, column: 7 }, 'last', SIZE)).toEqual({ row: 49, column: 12 });
  });
});
