import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unsent, type Entry, type Shelf } from '../src/lib/unsent';

function memory(): Shelf & { full: boolean } {
  const held = new Map<string, string>();
  const shelf = {
    full: false,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (shelf.full) throw new Error('quota');
      held.set(name, value);
    },
    removeItem: (name: string) => { held.delete(name); },
  };
  return shelf;
}

const mark = (key: string, slot: string, points: string): Entry => ({ key, slot, url: `/ballots/7/${slot}`, pairs: [['points', points]] });

test('unsent_marks_outlive_the_page_in_the_order_they_were_made', () => {
  const shelf = memory();
  const before = new Unsent(shelf, 'marks');
  before.put(mark('a', '3.4', '2'));
  before.put(mark('b', '3.5', '1'));
  before.put(mark('c', '3.6', '0'));
  assert.deepEqual(new Unsent(shelf, 'marks').waiting().map(entry => entry.slot), ['3.4', '3.5', '3.6']);
});

test('a_later_mark_for_the_same_criterion_replaces_the_earlier_one_and_goes_last', () => {
  const unsent = new Unsent(memory(), 'marks');
  unsent.put(mark('a', '3.4', '2'));
  unsent.put(mark('b', '3.5', '1'));
  unsent.put(mark('c', '3.4', '3'));
  assert.deepEqual(unsent.all().map(entry => [entry.slot, entry.pairs[0]?.[1]]), [['3.5', '1'], ['3.4', '3']]);
});

test('the_same_criterion_of_another_product_is_another_mark', () => {
  const unsent = new Unsent(memory(), 'marks');
  unsent.put(mark('a', '3.4', '2'));
  unsent.put({ ...mark('b', '3.4', '1'), url: '/ballots/8/3.4' });
  assert.equal(unsent.all().length, 2);
});

test('acknowledging_an_old_post_keeps_the_newer_mark_made_while_it_was_under_way', () => {
  const unsent = new Unsent(memory(), 'marks');
  unsent.put(mark('old', '3.4', '2'));
  unsent.put(mark('new', '3.4', '3'));
  unsent.drop('old');
  assert.deepEqual(unsent.waiting().map(entry => entry.key), ['new']);
});

test('a_refused_mark_stays_visible_but_is_not_sent_again', () => {
  const shelf = memory();
  const unsent = new Unsent(shelf, 'marks');
  unsent.put(mark('a', '3.4', '9'));
  unsent.put(mark('b', '3.5', '1'));
  unsent.refuse('a', 'quá điểm tối đa');
  assert.deepEqual(unsent.waiting().map(entry => entry.key), ['b']);
  assert.equal(new Unsent(shelf, 'marks').all()[0]?.refused, 'quá điểm tối đa');
});

test('a_full_store_loses_nothing_while_the_page_is_open', () => {
  const shelf = memory();
  const unsent = new Unsent(shelf, 'marks');
  unsent.put(mark('a', '3.4', '2'));
  shelf.full = true;
  unsent.put(mark('b', '3.5', '1'));
  assert.deepEqual(unsent.waiting().map(entry => entry.key), ['a', 'b']);
});

test('without_a_store_entries_live_in_memory', () => {
  const unsent = new Unsent(undefined, 'marks');
  unsent.put(mark('a', '3.4', '2'));
  assert.equal(unsent.waiting().length, 1);
});
