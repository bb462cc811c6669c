//! Carrying block ids through an edit.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

use super::block::{Block, BlockId, Outlined};

/// How alike two texts must be (0 to 1) for one to be an edit of the other.
const SAME_BLOCK: f32 = 0.5;

/// Gives the blocks of an edited body their names: unchanged blocks keep theirs wherever they
/// moved, edited ones keep theirs by likeness, new ones get `fresh()`.
///
/// `before` pairs each block with its Markdown. The cost for an unchanged body is one pass; edits
/// are compared only within the region they fall in.
pub fn carry_ids(
    before: &[(Block, String)],
    after: Vec<Outlined>,
    mut fresh: impl FnMut() -> BlockId,
) -> Vec<Block> {
    let old: Vec<&str> = before.iter().map(|(block, _)| block.hash.as_str()).collect();
    let new: Vec<&str> = after.iter().map(|block| block.hash.as_str()).collect();
    let mut names: Vec<Option<usize>> = vec![None; after.len()];
    let mut gone: Vec<usize> = Vec::new();
    let mut changed: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match operation {
            DiffOp::Equal { old_index, new_index, len } => {
                for step in 0..len {
                    names[new_index + step] = Some(old_index + step);
                }
            }
            DiffOp::Delete { old_index, old_len, .. } => gone.extend(old_index..old_index + old_len),
            DiffOp::Insert { .. } => {}
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                gone.extend(old_index..old_index + old_len);
                changed.push((
                    (old_index..old_index + old_len).collect(),
                    (new_index..new_index + new_len).collect(),
                ));
            }
        }
    }
    find_moved(&old, &new, &mut names, &mut gone);
    for (old_region, new_region) in changed {
        find_edited(before, &after, &old_region, &new_region, &mut names, &mut gone);
    }
    after
        .into_iter()
        .zip(names)
        .map(|(outlined, from)| Block {
            id: from.map_or_else(&mut fresh, |index| before[index].0.id.clone()),
            kind: outlined.kind,
            hash: outlined.hash,
            source: from.and_then(|index| before[index].0.source.clone()),
        })
        .collect()
}

/// Blocks that were taken out in one place and put in, unchanged, in another.
fn find_moved(old: &[&str], new: &[&str], names: &mut [Option<usize>], gone: &mut Vec<usize>) {
    let mut by_hash: HashMap<&str, Vec<usize>> = HashMap::new();
    for &index in gone.iter().rev() {
        by_hash.entry(old[index]).or_default().push(index);
    }
    for (name, hash) in names.iter_mut().zip(new) {
        if name.is_none() {
            *name = by_hash.get_mut(hash).and_then(Vec::pop);
        }
    }
    gone.retain(|index| !names.contains(&Some(*index)));
}

/// Blocks that were changed in place: in the region that the diff found, in order, the first that is
/// alike enough.
fn find_edited(
    before: &[(Block, String)],
    after: &[Outlined],
    old_region: &[usize],
    new_region: &[usize],
    names: &mut [Option<usize>],
    gone: &mut Vec<usize>,
) {
    let mut from = 0;
    for &index in new_region {
        if names[index].is_some() {
            continue;
        }
        let candidate = old_region.iter().enumerate().skip(from).find(|(_, old)| {
            gone.contains(old)
                && before[**old].0.kind == after[index].kind
                && alike(&before[**old].1, &after[index].markdown)
        });
        if let Some((place, &old)) = candidate {
            names[index] = Some(old);
            gone.retain(|other| *other != old);
            from = place + 1;
        }
    }
}

fn alike(old: &str, new: &str) -> bool {
    TextDiff::from_words(old, new).ratio() >= SAME_BLOCK
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::outline;
    use super::*;

    fn counter() -> impl FnMut() -> BlockId {
        let mut next = 0u64;
        move || {
            next += 1;
            BlockId::from_random(next.wrapping_mul(0x9E37_79B9_7F4A_7C15))
        }
    }

    fn first(body: &str, fresh: &mut impl FnMut() -> BlockId) -> Vec<(Block, String)> {
        let outlined = outline(body);
        let texts: Vec<_> = outlined.iter().map(|block| block.markdown.clone()).collect();
        carry_ids(&[], outlined, fresh).into_iter().zip(texts).collect()
    }

    fn ids(
        before: &[(Block, String)],
        body: &str,
        fresh: &mut impl FnMut() -> BlockId,
    ) -> Vec<Option<usize>> {
        let after = carry_ids(before, outline(body), fresh);
        after.iter().map(|block| before.iter().position(|(old, _)| old.id == block.id)).collect()
    }

    #[test]
    fn edits_keep_names() {
        let mut fresh = counter();
        let before = first("The first paragraph here.\n\nThe second one.\n\nThe third and last.", &mut fresh);
        let edited = "The first paragraph here, edited.\n\nA new one between.\n\nThe second one.\n\nThe third and last.";
        assert_eq!(ids(&before, edited, &mut fresh), [Some(0), None, Some(1), Some(2)]);
        let moved = "The third and last.\n\nThe first paragraph here.\n\nThe second one.";
        assert_eq!(ids(&before, moved, &mut fresh), [Some(2), Some(0), Some(1)]);
        let rewritten = "The first paragraph here.\n\nSomething else entirely now.\n\nThe third and last.";
        assert_eq!(ids(&before, rewritten, &mut fresh), [Some(0), None, Some(2)]);
    }

    proptest! {
        /// Whatever is put in, taken out or moved: an unchanged block keeps its name, and no two
        /// blocks share one.
        #[test]
        fn unchanged_blocks_keep_their_names(
            kept in proptest::collection::btree_set("[a-z]{6}( [a-z]{3,8}){3,12}", 1..12),
            added in proptest::collection::btree_set("[A-Z]{6}( [A-Z]{3,8}){3,12}", 0..6),
            order in proptest::collection::vec(any::<proptest::sample::Index>(), 0..6),
        ) {
            let mut fresh = counter();
            let kept: Vec<String> = kept.into_iter().collect();
            let before = first(&kept.join("\n\n"), &mut fresh);
            let mut blocks = kept.clone();
            for (text, at) in added.into_iter().zip(order) {
                blocks.insert(at.index(blocks.len() + 1), text);
            }
            let after = carry_ids(&before, outline(&blocks.join("\n\n")), &mut fresh);
            let names: BTreeSet<_> = after.iter().map(|block| &block.id).collect();
            prop_assert_eq!(names.len(), after.len());
            for (old, _) in &before {
                let same = after.iter().find(|block| block.hash == old.hash);
                prop_assert_eq!(same.map(|block| &block.id), Some(&old.id));
            }
        }
    }
}
