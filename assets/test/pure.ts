import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaning } from '../src/keys';
import { warnIn } from '../src/lib/ending';
import { valuesOf } from '../src/lib/fields';
import { understand, wait } from '../src/lib/post';
import { clock, fill, size } from '../src/lib/words';

test('a_sentence_keeps_what_it_cannot_fill', () => {
  assert.equal(fill('Đã lưu %time%', { time: '9:42:18' }), 'Đã lưu 9:42:18');
  assert.equal(fill('%a% và %b%', { a: 1 }), '1 và %b%');
});

test('time_and_size_are_written_as_the_interface_writes_them', () => {
  assert.equal(clock(new Date(2026, 9, 14, 9, 2, 8)), '9:02:08');
  assert.equal(size(20 * 1024 * 1024), '20\u00a0MB');
  assert.equal(size(1), '1\u00a0kB');
});

test('a_cleared_group_of_boxes_is_sent_as_one_empty_value', () => {
  assert.deepEqual(valuesOf([['a', '1'], ['b', '2'], ['a', '3']], 'a'), ['1', '3']);
  assert.deepEqual(valuesOf([['b', '2']], 'a'), ['']);
});

test('only_an_answer_of_success_counts_as_saved', () => {
  assert.deepEqual(understand(200, { saved_at: '9:42:18', version: 8 }), { kind: 'saved', savedAt: '9:42:18', version: '8' });
  for (const status of [408, 429, 500, 503]) assert.equal(understand(status, {}).kind, 'unreachable');
  for (const status of [400, 403, 404, 422]) assert.equal(understand(status, {}).kind, 'refused');
  assert.equal(understand(401, {}).kind, 'signed-out');
});

test('a_conflict_carries_its_way_out', () => {
  assert.deepEqual(understand(409, { detail: 'Có bản mới', merge: '/d/7/merge' }), { kind: 'conflict', message: 'Có bản mới', merge: '/d/7/merge' });
});

test('the_pause_between_tries_grows_to_thirty_seconds', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 9].map(wait), [2000, 4000, 8000, 16000, 30000, 30000]);
});

test('keys_are_left_alone_while_writing_and_with_a_modifier', () => {
  assert.equal(meaning('3', 'BODY', '', false), 'pick');
  assert.equal(meaning('B', 'INPUT', 'radio', false), 'back');
  assert.equal(meaning('g', 'A', '', false), 'note');
  assert.equal(meaning('Enter', 'INPUT', 'radio', false), 'save');
  assert.equal(meaning('Enter', 'A', '', false), undefined);
  assert.equal(meaning('3', 'TEXTAREA', 'textarea', false), undefined);
  assert.equal(meaning('3', 'INPUT', 'text', false), undefined);
  assert.equal(meaning('b', 'BODY', '', true), undefined);
});

test('the_warning_comes_five_minutes_before_the_end_and_never_by_a_wrong_clock', () => {
  const now = Date.parse('2026-10-14T02:00:00Z');
  assert.equal(warnIn('2026-10-14T02:30:00Z', now), 25 * 60_000);
  assert.equal(warnIn('2026-10-14T02:03:00Z', now), 0);
  assert.equal(warnIn('2026-10-14T01:00:00Z', now), undefined);
  assert.equal(warnIn('hôm nay', now), undefined);
});
