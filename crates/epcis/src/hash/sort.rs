//! Sorting pieces that were just written, in their buffer.

use super::Hasher;

impl Hasher {
    /// Where the pieces of a new list begin.
    pub(super) fn begin(&self) -> usize {
        self.pieces.len()
    }

    /// What was written since `start` is a piece, unless it is nothing.
    pub(super) fn piece(&mut self, start: usize) {
        if self.out.len() > start {
            self.pieces.push((start, self.out.len()));
        }
    }

    /// Sorts the pieces since `begin`, which lie one after the other at the end of the buffer.
    pub(super) fn sort(&mut self, begin: usize) {
        let pieces = &mut self.pieces[begin..];
        let text = self.out.as_str();
        if !pieces.is_sorted_by(|one, two| text[one.0..one.1] <= text[two.0..two.1]) {
            let first = pieces[0].0;
            self.scratch.clear();
            self.scratch.push_str(&text[first..]);
            let text = self.scratch.as_str();
            let piece = |range: &(usize, usize)| &text[range.0 - first..range.1 - first];
            pieces.sort_unstable_by(|one, two| piece(one).cmp(piece(two)));
            self.out.truncate(first);
            for range in pieces.iter() {
                self.out.push_str(piece(range));
            }
        }
        self.pieces.truncate(begin);
    }
}
