//! Members, staff, what is exported and what is erased.

mod common;

use accounts::{AccountError, Actor, Holds, Languages, Role, Wanted};
use common::{Fixture, email, locale};
use kernel::Clock as _;
use kernel::MemberId;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

const READER: &str = "reader@example.org";

fn languages(text: &str) -> Languages {
    text.parse().expect("languages")
}

test_db::both! {
    async fn a_member_is_made_once(db: TestDb) {
        let site = Fixture::new(db);
        let made = site.accounts.ensure_member(&email(READER), " Ada ", &languages("de en")).await.expect("made");
        assert_eq!((made.name.as_str(), made.languages.to_string().as_str(), made.role), ("Ada", "de en", None));
        let again = site.accounts.ensure_member(&email("Reader@Example.org"), "Eve", &languages("fr")).await.expect("found");
        assert_eq!(again, made);
        assert_eq!(site.accounts.member(made.id).await.expect("read"), Some(made.clone()));
        assert_eq!(site.accounts.member_by_email(&email(READER)).await.expect("read"), Some(made));
    }

    async fn name_and_languages_change(db: TestDb) {
        let site = Fixture::new(db);
        let member = site.sign_in(READER).await.member;
        let read = async || site.accounts.member(member.id).await.expect("read").expect("there");
        site.accounts.update_profile(member.id, "Ada", &languages("fr de")).await.expect("saved");
        assert_eq!((read().await.name.as_str(), read().await.languages), ("Ada", languages("fr de")));
        site.accounts.set_languages(member.id, &languages("de fr")).await.expect("saved");
        assert_eq!(read().await.languages, languages("de fr"), "the order counts");
        site.accounts.rename(member.id, "").await.expect("saved");
        assert_eq!(read().await.name, "");

        for name in ["a\nb".to_owned(), "x".repeat(121)] {
            assert!(matches!(site.accounts.rename(member.id, &name).await, Err(AccountError::Name)));
        }
        let nobody = MemberId::new(site.clock.now());
        assert!(matches!(site.accounts.rename(nobody, "Ada").await, Err(AccountError::NoSuchMember(_))));
    }

    async fn roles_are_given_changed_and_taken(db: TestDb) {
        let site = Fixture::new(db);
        let opened = site.sign_in("editor@example.org").await;
        site.sign_in(READER).await;
        let role = async || {
            site.accounts.session(opened.token.as_str()).await.expect("read").expect("signed in").member.role
        };
        assert_eq!(role().await, None);
        site.accounts.set_role(opened.member.id, Some(Role::Author), "command line").await.expect("given");
        site.accounts.set_role(opened.member.id, Some(Role::Editor), "command line").await.expect("changed");
        site.accounts.set_role(opened.member.id, Some(Role::Editor), "command line").await.expect("the same");
        assert_eq!(role().await, Some(Role::Editor));
        let staff = site.accounts.staff().await.expect("read");
        assert_eq!(staff.iter().map(|member| member.id).collect::<Vec<_>>(), [opened.member.id]);
        site.accounts.set_role(opened.member.id, None, "command line").await.expect("taken");
        assert_eq!(role().await, None);

        let audited = site.accounts.audited(&opened.member.id.to_string()).await.expect("read");
        let changes: Vec<_> = audited.iter().filter(|entry| entry.action == "role-set").map(|entry| entry.detail.clone()).collect();
        let expected = [
            json!({ "before": { "role": null, "locales": [] }, "after": { "role": "author", "locales": [] } }),
            json!({ "before": { "role": "author", "locales": [] }, "after": { "role": "editor", "locales": [] } }),
            json!({ "before": { "role": "editor", "locales": [] }, "after": { "role": null, "locales": [] } }),
        ];
        assert_eq!(changes.len(), expected.len(), "what changes nothing isn't recorded");
        for change in &expected {
            assert!(changes.contains(change), "{change}");
        }
        let nobody = MemberId::new(site.clock.now());
        let refused = site.accounts.set_role(nobody, Some(Role::Owner), "command line").await;
        assert!(matches!(refused, Err(AccountError::NoSuchMember(_))));
    }

    async fn authors_and_translators_can_be_confined_to_languages(db: TestDb) {
        let site = Fixture::new(db);
        let id = site.sign_in("translator@example.org").await.member.id;
        let member = async || site.accounts.member(id).await.expect("read").expect("there");
        let (de, fr, en) = (locale("de"), locale("fr"), locale("en"));
        assert!(!member().await.works_in(&de), "who has no role works in no language");
        let actor = Actor { name: "somebody".to_owned(), network: "n".to_owned(), device: "d".to_owned() };
        site.accounts.set_work(id, Some(Role::Translator), &[de.clone(), fr.clone()], actor).await.expect("given");
        let translator = member().await;
        assert_eq!(translator.locales, [de.clone(), fr.clone()]);
        assert!(translator.works_in(&fr) && !translator.works_in(&en));
        let audited = site.accounts.audited(&id.to_string()).await.expect("read");
        let given = audited.iter().find(|entry| entry.action == "role-set").expect("recorded");
        assert_eq!((given.actor.as_str(), given.network.as_str(), given.device.as_str()), ("somebody", "n", "d"));
        assert_eq!(given.detail["after"], json!({ "role": "translator", "locales": ["de", "fr"] }));
        site.accounts.set_work(id, Some(Role::Editor), &[de], "command line").await.expect("changed");
        assert!(member().await.works_in(&en), "who publishes looks after all languages");
    }

    async fn an_export_holds_what_is_kept(db: TestDb) {
        let site = Fixture::new(db);
        let opened = site.sign_in(READER).await;
        site.accounts.record("command line", "mailed", &opened.member.id.to_string(), &json!({ "n": 1 })).await.expect("recorded");
        let export = site.accounts.export(opened.member.id).await.expect("read").expect("there");
        let export = serde_json::to_value(export).expect("serialisable");
        assert_eq!(export["profile"]["email"], READER);
        assert_eq!(export["profile"]["languages"], json!(["de"]));
        assert_eq!(export["profile"]["created_at"], "2026-11-23T08:00:00Z");
        assert_eq!(export["sessions"][0]["device"], "Firefox · Android");
        let actions: Vec<_> = export["audit"].as_array().expect("a list").iter().map(|entry| &entry["action"]).collect();
        assert!(actions.contains(&&json!("member-created")) && actions.contains(&&json!("mailed")), "{actions:?}");
        assert!(!export.to_string().contains(opened.token.as_str()));
        assert!(site.accounts.export(MemberId::new(site.clock.now())).await.expect("read").is_none());
    }

    async fn an_erased_account_leaves_nothing_that_names_it(db: TestDb) {
        let site = Fixture::new(db);
        let opened = site.sign_in(READER).await;
        let id = opened.member.id;
        site.accounts.set_role(id, Some(Role::Translator), "command line").await.expect("given");
        site.start(READER).await.expect("one more under way");
        let neighbour = site.sign_in("other@example.org").await;
        site.accounts.erase(id).await.expect("erased");

        assert!(site.accounts.session(opened.token.as_str()).await.expect("read").is_none());
        assert!(site.accounts.member(id).await.expect("read").is_none());
        assert!(site.accounts.session(neighbour.token.as_str()).await.expect("read").is_some());
        let connection = site.db.connection();
        let count = async |sql: &str| {
            let statement = Statement::from_string(connection.get_database_backend(), sql);
            let row = connection.query_one_raw(statement).await.expect("read").expect("a row");
            row.try_get::<i64>("", "n").expect("a number")
        };
        assert_eq!(count("SELECT count(*) AS n FROM staff").await, 0);
        assert_eq!(count("SELECT count(*) AS n FROM session").await, 1);
        assert_eq!(count("SELECT count(*) AS n FROM sign_in WHERE email LIKE 'reader@%'").await, 0);
        assert_eq!(count("SELECT count(*) AS n FROM audit WHERE detail LIKE '%@%' OR subject LIKE '%@%' OR actor LIKE '%@%'").await, 0);
        let audited = site.accounts.audited(&id.to_string()).await.expect("read");
        assert!(audited.iter().any(|entry| entry.action == "member-erased"));
        assert!(matches!(site.accounts.erase(id).await, Err(AccountError::NoSuchMember(_))));
    }

    async fn members_are_listed_by_what_is_wanted(db: TestDb) {
        let site = Fixture::new(db);
        for (address, languages) in [("anna@example.org", "de en"), ("an_ton@example.org", "en"), ("berta@example.org", "uk de-AT"), ("carl@example.org", "fr")] {
            site.accounts.ensure_member(&email(address), "", &languages.parse().expect("languages")).await.expect("made");
        }
        let carl = site.accounts.member_by_email(&email("carl@example.org")).await.expect("read").expect("made");
        site.accounts.set_role(carl.id, Some(Role::Editor), "command line").await.expect("set");
        site.clock.advance(jiff::SignedDuration::from_hours(48));
        site.accounts.ensure_member(&email("dora@example.org"), "Dora", &accounts::Languages::of(locale("de"))).await.expect("made");
        let find = async |wanted: &Wanted, after: Option<&str>| {
            let found = site.accounts.members_after(wanted, after, 3).await.expect("read");
            found.into_iter().map(|member| member.email.to_string().replace("@example.org", "")).collect::<Vec<_>>()
        };
        let beginning = |text: &str| Wanted { beginning: text.to_owned(), ..Wanted::default() };
        let sorted = |mut found: Vec<String>| {
            // Databases order punctuation as their locale does.
            found.sort();
            found
        };
        assert_eq!(sorted(find(&beginning(" AN"), None).await), ["an_ton", "anna"]);
        assert_eq!(find(&beginning("an_"), None).await, ["an_ton"], "no character stands for another");
        assert!(find(&beginning("%"), None).await.is_empty());
        assert!(find(&beginning("nna"), None).await.is_empty());
        assert_eq!(find(&Wanted::default(), None).await.len(), 3);
        assert_eq!(find(&Wanted::default(), Some("berta@example.org")).await, ["carl", "dora"], "the rest");
        let reads = |tag| Wanted { language: Some(locale(tag)), ..Wanted::default() };
        assert_eq!(find(&reads("de"), None).await, ["anna", "dora"], "not those who read it as in Austria");
        assert_eq!(find(&reads("uk"), None).await, ["berta"]);
        let since = Wanted { since: Some(site.clock.now() - jiff::SignedDuration::from_hours(1)), ..Wanted::default() };
        assert_eq!(find(&since, None).await, ["dora"]);
        let holds = |holds| Wanted { holds: Some(holds), ..Wanted::default() };
        assert_eq!(find(&holds(Holds::Staff), None).await, ["carl"]);
        assert!(find(&holds(Holds::Plan), None).await.is_empty());
        assert_eq!(find(&holds(Holds::Nothing), Some("berta@example.org")).await, ["carl", "dora"]);
        let plan = Wanted { plan: Some("standard".parse().expect("a plan")), ..Wanted::default() };
        assert!(find(&plan, None).await.is_empty());
        let known = site.accounts.members_by_email(&[email("anna@example.org"), email("nobody@example.org")]).await.expect("read");
        assert_eq!(known.keys().collect::<Vec<_>>(), ["anna@example.org"]);
    }

    async fn roles_of_the_past_are_known(db: TestDb) {
        let site = Fixture::new(db);
        let id = site.sign_in(READER).await.member.id;
        let hour = jiff::SignedDuration::from_hours(1);
        let begin = site.clock.now();
        for role in [Some(Role::Author), Some(Role::Editor), None] {
            site.clock.advance(hour);
            site.accounts.set_role(id, role, "command line").await.expect("set");
        }
        let expected = [None, Some(Role::Author), Some(Role::Editor), None];
        for (hours, role) in (0..).zip(expected) {
            let at = begin + hour * hours + hour / 2;
            assert_eq!(site.accounts.role_at(id, at).await.expect("read"), role, "after {hours} hours");
        }
    }
}
