//! Cutting overlapping ranges into segments, in one sweep.

use std::ops::Range;

/// A stretch of text over which the same ranges lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<T> {
    /// The stretch, in the unit of the input.
    pub range: Range<usize>,
    /// The ranges over it: those that begin first come first, and of those the longest.
    pub active: Vec<T>,
}

/// Cuts `whole` at every end of `ranges`. The segments follow each other without a gap and make up `whole`.
///
/// Empty ranges and what lies outside `whole` play no part.
#[must_use]
pub fn segments<T: Clone + Ord>(whole: Range<usize>, ranges: &[(Range<usize>, T)]) -> Vec<Segment<T>> {
    let mut ranges: Vec<(Range<usize>, &T)> = ranges
        .iter()
        .map(|(range, value)| (range.start.max(whole.start)..range.end.min(whole.end), value))
        .filter(|(range, _)| range.start < range.end)
        .collect();
    ranges.sort_by(|(a, x), (b, y)| (a.start, b.end, x).cmp(&(b.start, a.end, y)));

    let mut cuts: Vec<usize> = ranges.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    cuts.extend([whole.start, whole.end]);
    cuts.sort_unstable();
    cuts.dedup();

    let mut upcoming = ranges.into_iter().peekable();
    let mut active: Vec<(Range<usize>, &T)> = Vec::new();
    let mut segments = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        active.retain(|(range, _)| range.end > pair[0]);
        while let Some(next) = upcoming.next_if(|(range, _)| range.start <= pair[0]) {
            active.push(next);
        }
        segments.push(Segment {
            range: pair[0]..pair[1],
            active: active.iter().map(|(_, value)| (*value).clone()).collect(),
        });
    }
    segments
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nested_and_crossing_ranges() {
        let cut = segments(0..10, &[(2..6, 'a'), (4..8, 'b'), (2..9, 'c')]);
        let shown: Vec<String> =
            cut.iter().map(|s| format!("{:?}{}", s.range, s.active.iter().collect::<String>())).collect();
        assert_eq!(shown, ["0..2", "2..4ca", "4..6cab", "6..8cb", "8..9c", "9..10"]);
    }

    proptest! {
        #[test]
        fn segments_make_up_the_whole_and_agree_with_looking(
            length in 0..60usize,
            ranges in prop::collection::vec((0..70usize, 0..70usize), 0..12),
        ) {
            let ranges: Vec<_> =
                ranges.iter().enumerate().map(|(i, &(a, b))| (a.min(b)..a.max(b), i)).collect();
            let cut = segments(0..length, &ranges);
            let mut next = 0;
            for segment in &cut {
                prop_assert_eq!(segment.range.start, next);
                next = segment.range.end;
                for at in segment.range.clone() {
                    let mut seen: Vec<usize> =
                        ranges.iter().filter(|(range, _)| range.contains(&at)).map(|(_, i)| *i).collect();
                    let mut active = segment.active.clone();
                    seen.sort_unstable();
                    active.sort_unstable();
                    prop_assert_eq!(active, seen);
                }
            }
            prop_assert_eq!(next, length);
        }
    }
}
