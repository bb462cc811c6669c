//! Translating side by side: what has moved on, what is brought up to date, what is there to do.

use content::side::{RowKey, RowStanding};
use content::{
    Assignment, BasedOn, Changed, Dates, DeskCounts, GlossaryTerm, Line, LocalePair, Mark, SaveError,
    SideBySide, SideDraft, State, Wanted,
};
use kernel::{Access, ArticleId};

use crate::setup::{World, draft, locale};

const SOURCE: &str = "Eins steht hier.\n\nZwei steht dort.\n\n<!-- paywall -->\n\nDrei steht am Ende.";

impl World {
    async fn side(&self, article: ArticleId) -> SideBySide {
        self.store.side_by_side(article, &locale("en")).await.expect("read").expect("there")
    }

    async fn save_side(&self, article: ArticleId, side: &SideDraft, based_on: BasedOn) -> content::Saved {
        self.store.save_side(article, &locale("en"), side, based_on, None).await.expect("saved")
    }
}

/// What the page would send back, with some rows written anew, by place.
fn sent(side: &SideBySide, texts: &[(usize, &str)], mark: Mark) -> SideDraft {
    let text = |place: usize| texts.iter().find(|(at, _)| *at == place).map(|(_, text)| (*text).to_owned());
    let rows = side.rows.iter().enumerate().map(|(place, row)| {
        (row.key.clone(), text(place).or_else(|| row.target.clone()).unwrap_or_default())
    });
    SideDraft {
        slug: "a-story".parse().expect("a slug"),
        lines: vec![(Line::Title, "A Story".to_owned())],
        rows: rows.collect(),
        source_version: side.source.version,
        mark,
    }
}

fn standings(side: &SideBySide) -> Vec<RowStanding> {
    side.rows.iter().map(|row| row.standing).collect()
}

test_db::both! {
    async fn a_translation_goes_stale_and_is_brought_up_to_date(db: TestDb) {
        use RowStanding::{Changed as Moved, Current, Gone, Kept, Missing, New, Own};

        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        assert!(world.store.side_by_side(article, &locale("en")).await.expect("read").is_none(), "nothing to translate");
        world.published(article, "de", &draft("a", SOURCE)).await;
        assert!(world.store.side_by_side(article, &locale("de")).await.expect("read").is_none(), "the source itself");

        let side = world.side(article).await;
        assert_eq!(standings(&side), [Missing, Missing, Kept, Missing]);
        let first = sent(&side, &[(0, "One stands here."), (1, "Two stands there.")], Mark::Nothing);
        let saved = world.save_side(article, &first, BasedOn::New).await;
        assert_eq!((saved.version, saved.changed), (1, Changed::Created));
        let side = world.side(article).await;
        assert_eq!((standings(&side), side.open()), (vec![Current, Current, Kept, Missing], 0));
        let text = &side.target.as_ref().expect("there").1;
        assert_eq!(text.draft.body, "One stands here.\n\nTwo stands there.\n\n<!-- paywall -->\n");
        assert_eq!(text.draft.made_from, Some(1));
        let again = world.save_side(article, &sent(&side, &[], Mark::Nothing), BasedOn::Version(1)).await;
        assert_eq!(again.changed, Changed::Nothing, "looking at it changes nothing");
        let side = world.side(article).await;
        world.save_side(article, &sent(&side, &[(3, "Three stands last.")], Mark::Nothing), BasedOn::Version(1)).await;

        // The source moves on: one paragraph edited, one taken out, one put in.
        let now = "Eins steht nun hier.\n\n## Ganz neu\n\nZwei steht dort.";
        world.text(article, "de", &draft("a", now), BasedOn::Version(1)).await;
        let side = world.side(article).await;
        assert_eq!(standings(&side), [Moved, New, Current, Kept, Gone]);
        assert_eq!(side.row_before(&side.rows[0].key), Some("Eins steht hier."));
        assert_eq!(side.row_before(&side.rows[4].key), Some("Drei steht am Ende."));

        // One row is brought up to date; the rest stays open, whoever saves what.
        let mark = Mark::Rows(vec![side.rows[0].key.clone()]);
        world.save_side(article, &sent(&side, &[(0, "One stands here now.")], mark), BasedOn::Version(2)).await;
        let side = world.side(article).await;
        assert_eq!(standings(&side), [Current, New, Current, Kept, Gone]);
        let mut whole = side.target.as_ref().expect("there").1.draft.clone();
        assert_eq!(whole.made_from, Some(1), "not all is up to date");
        "Written in the other editor.".clone_into(&mut whole.standfirst);
        world.text(article, "en", &whole, BasedOn::Version(3)).await;
        let side = world.side(article).await;
        assert_eq!(standings(&side), [Current, New, Current, Kept, Gone], "marks survive a save of the whole");

        // The last differences go, and with them the note for readers.
        let last = sent(&side, &[(1, "## Wholly new"), (4, "")], Mark::Nothing);
        world.save_side(article, &last, BasedOn::Version(4)).await;
        let side = world.side(article).await;
        assert_eq!((standings(&side), side.open()), (vec![Current, Current, Current, Kept], 0));
        assert_eq!(side.target.as_ref().expect("there").1.draft.made_from, Some(2));

        // All at once.
        world.text(article, "de", &draft("a", "Eins stand nun hier.\n\nZwei steht dort."), BasedOn::Version(2)).await;
        let side = world.side(article).await;
        assert_eq!(side.open(), 2);
        world.save_side(article, &sent(&side, &[], Mark::All), BasedOn::Version(5)).await;
        let side = world.side(article).await;
        assert_eq!((side.open(), standings(&side)), (0, vec![Current, Own, Current, Kept]), "what is kept is its own");
    }

    async fn marks_mean_the_source_as_it_was_seen(db: TestDb) {
        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        world.published(article, "de", &draft("a", SOURCE)).await;
        let side = world.side(article).await;
        let all = sent(&side, &[(0, "One."), (1, "Two."), (3, "Three.")], Mark::All);
        world.text(article, "de", &draft("a", &SOURCE.replace("Zwei steht", "Zwei stand")), BasedOn::Version(1)).await;
        world.save_side(article, &all, BasedOn::New).await;
        let side = world.side(article).await;
        assert_eq!(side.rows[1].standing, RowStanding::Changed, "the source moved on while the page was open");
        assert_eq!(side.open(), 1);

        // Two translators: the second is told, and nothing is lost.
        let mine = sent(&side, &[(0, "Mine.")], Mark::Nothing);
        world.save_side(article, &sent(&side, &[(0, "Theirs.")], Mark::Nothing), BasedOn::Version(1)).await;
        let late = world.store.save_side(article, &locale("en"), &mine, BasedOn::Version(1), None).await;
        let Err(SaveError::Stale { refused, found: 2 }) = late else { panic!("{late:?}") };
        let kept = world.store.refused(refused).await.expect("read").expect("kept");
        assert!(kept.draft.body.starts_with("Mine."));
        let wrong = SideDraft { source_version: 99, ..sent(&side, &[], Mark::Nothing) };
        let refused = world.store.save_side(article, &locale("en"), &wrong, BasedOn::Version(2), None).await;
        assert!(matches!(refused, Err(SaveError::NoSourceVersion(99))));
    }

    async fn a_row_can_become_several_blocks_or_none(db: TestDb) {
        use RowStanding::{Current, Kept, Missing, Own};

        let world = World::new(&db).await;
        let article = world.article("a", Access::Paid).await;
        world.published(article, "de", &draft("a", SOURCE)).await;
        let side = world.side(article).await;
        let split = sent(&side, &[(0, "One.\n\nAnd half."), (3, "Three.")], Mark::Nothing);
        world.save_side(article, &split, BasedOn::New).await;
        let side = world.side(article).await;
        assert_eq!(standings(&side), [Current, Own, Missing, Kept, Current]);
        assert!(matches!(side.rows[1].key, RowKey::Own(_)));
        let without = sent(&side, &[(1, "  \n"), (3, "")], Mark::Nothing);
        world.save_side(article, &without, BasedOn::Version(1)).await;
        let side = world.side(article).await;
        assert_eq!(side.target.as_ref().expect("there").1.draft.body, "One.\n\nThree.\n");
    }

    async fn the_desk_knows_what_there_is_to_do(db: TestDb) {
        let world = World::new(&db).await;
        let english = locale("en");
        let desk = async |wanted: Wanted| {
            let entries = world.store.translation_desk(&english, wanted, 0, 10).await.expect("a desk");
            entries.into_iter().map(|entry| entry.title).collect::<Vec<_>>()
        };
        assert_eq!(world.store.translation_counts(&english).await.expect("counts"), DeskCounts::default());
        let mut articles = Vec::new();
        for key in ["a", "b", "c"] {
            world.pass(1);
            let article = world.article(key, Access::Paid).await;
            world.published(article, "de", &draft(key, SOURCE)).await;
            articles.push(article);
        }
        let english_first = world.store.save_article(content::ArticleDraft { source: english.clone(), ..crate::setup::article("d", Access::Paid) });
        let english_first = english_first.await.expect("an article");
        world.published(english_first, "en", &draft("d", SOURCE)).await;
        let title = |key: &str| draft(key, SOURCE).title;
        assert_eq!(desk(Wanted::Missing).await, ["c", "b", "a"].map(title), "changed last first; its own stories don't count");
        world.text(articles[0], "en", &draft("a-en", "One."), BasedOn::New).await;
        let shown = world.text(articles[1], "en", &draft("b-en", "One."), BasedOn::New).await;
        world.store.publish(shown.translation, Dates::default()).await.expect("published");
        world.text(articles[1], "de", &draft("b", "Ganz anders."), BasedOn::Version(1)).await;
        assert_eq!((desk(Wanted::Missing).await, desk(Wanted::Stale).await), (vec![title("c")], vec![title("b")]));

        // A draft waits by its state, a published text beside it.
        for article in &articles[..2] {
            world.store.set_in_review(*article, &english, true).await.expect("asked");
        }
        assert_eq!(desk(Wanted::InReview).await.len(), 2);
        let counts = world.store.translation_counts(&english).await.expect("counts");
        assert_eq!(counts, DeskCounts { missing: 1, stale: 1, in_review: 2, due: 0, all: 3 });
        let state = async |article| {
            let all = world.store.translations(article).await.expect("read");
            all.into_iter().find(|standing| standing.locale == english).expect("there").state
        };
        assert_eq!((state(articles[0]).await, state(articles[1]).await), (State::InReview, State::Published));
        for article in &articles[..2] {
            world.store.set_in_review(*article, &english, false).await.expect("taken back");
        }
        assert!(desk(Wanted::InReview).await.is_empty());
        assert_eq!(state(articles[0]).await, State::Draft);

        // Due first, whatever has changed last.
        let somebody = kernel::MemberId::new(crate::setup::beginning());
        assert_eq!(world.store.assignment(articles[0], &english).await.expect("read"), Assignment::default());
        for (article, due) in [(articles[0], Some("2026-02-01")), (articles[2], Some("2026-01-15")), (articles[1], None)] {
            let due = due.map(|due| due.parse().expect("a date"));
            let assignment = Assignment { assignee: Some(somebody), due };
            world.store.assign(article, &english, assignment).await.expect("assigned");
            assert_eq!(world.store.assignment(article, &english).await.expect("read"), assignment);
        }
        assert_eq!(desk(Wanted::Due).await, ["c", "a", "b"].map(title));
        world.store.assign(articles[1], &english, Assignment::default()).await.expect("taken back");
        assert_eq!(world.store.translation_counts(&english).await.expect("counts").due, 2);
        assert_eq!(world.store.translation_desk(&english, Wanted::All, 2, 10).await.expect("a desk").len(), 1);
    }

    async fn what_a_machine_made_waits_for_somebody(db: TestDb) {
        let world = World::new(&db).await;
        let english = locale("en");
        let article = world.article("a", Access::Paid).await;
        let source = "Eins.[^1]\n\nZwei.\n\nDrei.\n\n[^1]: Anmerkung";
        world.published(article, "de", &draft("a", source)).await;
        let side = world.side(article).await;
        let first = sent(&side, &[(0, "One, by hand.[^1]")], Mark::Nothing);
        let saved = world.save_side(article, &first, BasedOn::New).await;

        let save = async |drafts: &[(usize, &str)]| {
            let side = world.side(article).await;
            let drafts: Vec<_> = drafts.iter().map(|(row, text)| (side.rows[*row].key.clone(), (*text).to_owned())).collect();
            let lines = [(Line::Title, "By machine".to_owned()), (Line::Standfirst, "By machine".to_owned())];
            let slug = "a-story".parse().expect("a slug");
            world.store.save_drafts(article, &english, &lines, &drafts, side.source.version, slug).await.expect("saved")
        };
        save(&[(0, "One, by machine."), (1, "Two, by machine."), (3, "[^1]: Note, by machine")]).await.expect("something");
        let side = world.side(article).await;
        let text = &side.target.as_ref().expect("there").1;
        assert_eq!(text.draft.body, "One, by hand.[^1]\n\nTwo, by machine.\n\n[^1]: Note, by machine\n", "never over what somebody wrote");
        assert_eq!((text.draft.title.as_str(), text.draft.standfirst.as_str()), ("A Story", "By machine"));
        assert_eq!(text.author, None);
        let made: Vec<bool> = side.rows.iter().map(|row| side.is_machine_row(row)).collect();
        assert_eq!(made, [false, true, false, true]);
        assert!(side.is_machine_line(Line::Standfirst) && !side.is_machine_line(Line::Title));

        // Neither now nor later, and what is scheduled waits.
        let publish = async || world.store.publish(saved.translation, Dates::default()).await;
        assert!(matches!(publish().await, Err(content::StoreError::MachineMade(_))));
        let later = crate::setup::beginning() + jiff::SignedDuration::from_hours(1);
        let scheduled = world.store.schedule(saved.translation, later).await;
        assert!(matches!(scheduled, Err(content::StoreError::MachineMade(_))));

        // Whoever changes a draft has made it theirs; the machine may change what is still its own.
        let theirs = sent(&side, &[(1, "Two, now by hand.")], Mark::Nothing);
        world.save_side(article, &theirs, BasedOn::Version(2)).await;
        save(&[(1, "Two, by machine again."), (2, "Three, by machine.")]).await.expect("something");
        let side = world.side(article).await;
        let made: Vec<bool> = side.rows.iter().map(|row| side.is_machine_row(row)).collect();
        assert_eq!(made, [false, false, true, true]);
        let of_note = kernel::hash::content_hash(b"[^1]: Note, by machine");
        let others = side.machine.iter().filter(|hash| **hash != of_note).cloned().collect();
        world.store.sign_off(article, &english, &others).await.expect("signed off");
        assert!(matches!(publish().await, Err(content::StoreError::MachineMade(_))), "a footnote is enough");
        assert!(world.store.is_machine_made(saved.translation).await.expect("read"));
        world.store.sign_off(article, &english, &[of_note].into()).await.expect("signed off");
        assert!(!world.store.is_machine_made(saved.translation).await.expect("read"));
        publish().await.expect("published");
        assert_eq!(save(&[(2, "Three, once more.")]).await, None, "what is signed off is somebody's");

        // Work is taken once, in order, and again when a worker has gone.
        world.store.ask_machine(article, &english).await.expect("asked");
        world.store.ask_machine(article, &english).await.expect("asked once");
        assert_eq!(world.store.take_machine_job().await.expect("read"), Some((article, english.clone())));
        assert_eq!(world.store.take_machine_job().await.expect("read"), None);
        world.store.machine_progress(article, &english, 1, 3).await.expect("told");
        world.pass(1);
        assert!(world.store.take_machine_job().await.expect("read").is_some(), "its worker has gone");
        world.store.end_machine_job(article, &english, 2, Some("failing")).await.expect("ended");
        world.pass(1);
        assert_eq!(world.store.take_machine_job().await.expect("read"), None);
        let job = world.store.machine_job(article, &english).await.expect("read").expect("there");
        assert_eq!((job.done, job.total, job.refused, job.problem.as_deref()), (1, 3, 2, Some("failing")));
        assert!(job.finished_at.is_some());
    }

    async fn a_glossary_goes_one_way(db: TestDb) {
        let world = World::new(&db).await;
        let (german, english, french) = (locale("de"), locale("en"), locale("fr"));
        let pair = LocalePair { from: &german, into: &english };
        let term = |source: &str, target: &str| GlossaryTerm { source: source.to_owned(), target: target.to_owned() };
        for (source, target) in [("Zeitung", "paper"), ("bund", "union"), ("Bund", "federation"), ("Zeitung", "newspaper")] {
            world.store.set_glossary_term(pair, &term(source, target)).await.expect("kept");
        }
        let expected = [term("Bund", "federation"), term("bund", "union"), term("Zeitung", "newspaper")];
        assert_eq!(world.store.glossary(pair).await.expect("read"), expected);
        for other in [LocalePair { from: &english, into: &german }, LocalePair { from: &german, into: &french }] {
            assert_eq!(world.store.glossary(other).await.expect("read"), []);
        }
        world.store.remove_glossary_term(pair, "bund").await.expect("taken out");
        world.store.remove_glossary_term(pair, "nothing").await.expect("as good");
        assert_eq!(world.store.glossary(pair).await.expect("read").len(), 2);
    }
}
