//! `/admin/stories/{article}`: what holds for a story in every language.

use std::collections::BTreeSet;

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{ArticleDraft, BasedOn, Kind, StoreError, Story, TermKind};
use http::StatusCode;
use kernel::{Access, PlanKey};
use serde_json::{Value, json};

use super::launch::waiting;
use super::list::{languages, terms_of, words};
use super::{Asked, Scope, chips, closed, people, story_address};
use crate::address;
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with, permission, plan_names};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::Choice;
use crate::view::writing::FactsView;

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Asked { story }: Asked,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["saved", "waits", "launched", "duplicated", "brought-back"]);
    let shown = Shown { done, ..Shown::of(story.draft.clone()) };
    page(&app, &staff, &story, shown).await
}

/// `POST`: changes them, unless somebody else has since they were read.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Asked { story }: Asked,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    if !Scope::of(&staff, &story).sets_facts() {
        return closed(&app, &staff, &story);
    }
    let (draft, problem) = said(&staff, &story, &fields);
    let version: i64 = fields.get("version").parse().unwrap_or(0);
    let refused = |draft: ArticleDraft, word| Shown {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        problem: Some(word),
        ..Shown::of(draft)
    };
    let shown = match problem {
        Some(word) => refused(draft, word),
        None => match app.content.revise_article(draft.clone(), BasedOn::Version(version)).await {
            Ok(id) => {
                if draft != story.draft {
                    let detail = difference(&story.draft, &draft);
                    staff.record(&app, "story-changed", &id.to_string(), &detail).await?;
                }
                return see_other(&format!("{}?done=saved", story_address(story.article)));
            }
            Err(StoreError::ArticleChanged { .. }) => Shown {
                status: StatusCode::CONFLICT,
                theirs: changed(&story.draft, &draft),
                problem: Some("overtaken"),
                ..Shown::of(draft)
            },
            Err(StoreError::NoTerm { .. }) => refused(draft, "term"),
            Err(StoreError::NoPicture(_)) => refused(draft, "cover"),
            Err(error) => return Err(error.into()),
        },
    };
    page(&app, &staff, &story, shown).await
}

/// The page as it stands, with what was wrong with something else that was asked from it.
pub(super) async fn refused(
    app: &App,
    staff: &Staff,
    story: &Story,
    problem: &'static str,
) -> Result<Response, Failure> {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(app, staff, story, Shown { status, problem: Some(problem), ..Shown::of(story.draft.clone()) }).await
}

/// What is shown in the form, and told above it.
struct Shown {
    status: StatusCode,
    draft: ArticleDraft,
    theirs: Vec<&'static str>,
    done: Option<&'static str>,
    problem: Option<&'static str>,
}

impl Shown {
    fn of(draft: ArticleDraft) -> Self {
        Self { status: StatusCode::OK, draft, theirs: Vec::new(), done: None, problem: None }
    }
}

/// The facts as the form says them; what is wrong goes with as much as could be read.
fn said(staff: &Staff, story: &Story, fields: &Fields) -> (ArticleDraft, Option<&'static str>) {
    let before = &story.draft;
    let offered = staff.publication.site.locales.iter().map(|offered| &offered.locale);
    let source = offered.chain([&before.source]).find(|locale| locale.as_str() == fields.get("source"));
    // Boxes come in the order of the page; those that were there keep their places.
    let ordered = |name: &str, before: &[String]| {
        let sent: Vec<&str> = fields.all(name).filter(|key| !key.is_empty()).collect();
        let kept = before.iter().filter(|key| sent.contains(&key.as_str())).cloned();
        let new =
            sent.iter().filter(|key| !before.iter().any(|old| old == *key)).map(|key| (*key).to_owned());
        kept.chain(new).collect::<Vec<_>>()
    };
    let access = match fields.get("access") {
        "plans" => {
            let plans: Result<BTreeSet<PlanKey>, _> = fields.all("plan").map(str::parse).collect();
            plans.ok().filter(|plans| !plans.is_empty()).map(Access::Plans)
        }
        word => word.parse().ok(),
    };
    let some = |name: &str| Some(fields.get(name).to_owned()).filter(|text| !text.is_empty());
    let draft = ArticleDraft {
        key: before.key.clone(),
        kind: if fields.get("kind") == "page" { Kind::Page } else { Kind::Story },
        access: access.clone().unwrap_or_else(|| before.access.clone()),
        source: source.unwrap_or(&before.source).clone(),
        section: some("section"),
        tags: ordered("tag", &before.tags),
        authors: ordered("author", &before.authors),
        cover: some("cover"),
    };
    let problem = match (access, source) {
        (None, _) => Some("access"),
        (_, None) => Some("source"),
        _ => None,
    };
    (draft, problem)
}

/// The facts in which two drafts differ, by the names of their fields.
fn changed(before: &ArticleDraft, after: &ArticleDraft) -> Vec<&'static str> {
    let fields = [
        ("kind", before.kind != after.kind),
        ("access", before.access != after.access),
        ("source", before.source != after.source),
        ("section", before.section != after.section),
        ("tags", before.tags != after.tags),
        ("authors", before.authors != after.authors),
        ("cover", before.cover != after.cover),
    ];
    fields.into_iter().filter(|(_, differ)| *differ).map(|(field, _)| field).collect()
}

/// The same for the audit trail.
pub(super) fn difference(before: &ArticleDraft, after: &ArticleDraft) -> Value {
    let facts = |draft: &ArticleDraft| {
        let mut facts = json!({
            "kind": draft.kind.as_str(),
            "access": draft.access,
            "source": draft.source,
            "section": draft.section,
            "tags": draft.tags,
            "authors": draft.authors,
            "cover": draft.cover,
        });
        let changed = changed(before, after);
        if let Some(facts) = facts.as_object_mut() {
            facts.retain(|field, _| changed.contains(&field.as_str()));
        }
        facts
    };
    json!({ "before": facts(before), "after": facts(after) })
}

async fn page(app: &App, staff: &Staff, story: &Story, shown: Shown) -> Result<Response, Failure> {
    let scope = Scope::of(staff, story);
    let terms = app.content.all_terms().await?;
    let draft = &shown.draft;
    let has = |keys: &[String], key: &str| keys.iter().any(|own| own == key);
    let source = story.text(&story.draft.source).or(story.texts.first());
    let names = plan_names(app, &staff.publication, &staff.locale).await?;
    let mut names: Vec<(&String, &String)> = names.iter().collect();
    names.sort();
    let held = match &draft.access {
        Access::Plans(plans) => plans.clone(),
        Access::Public | Access::Members | Access::Paid => BTreeSet::new(),
    };
    let plan = |(key, name): (&String, &String)| Choice {
        chosen: held.iter().any(|plan| plan.to_string() == *key),
        word: key.clone(),
        name: name.clone(),
    };
    let access = build::access_word(&draft.access);
    let view = FactsView {
        id: story.article.to_string(),
        title: story.title(),
        lang: source.map_or_else(|| story.draft.source.clone(), |text| text.locale.clone()),
        key: story.draft.key.clone(),
        version: story.version,
        kinds: words(&["story", "page"], |word| word == draft.kind.as_str()),
        accesses: words(&["public", "members", "paid", "plans"], |word| word == access),
        plans: names.into_iter().map(plan).collect(),
        locales: languages(staff, draft.source.as_str()),
        sections: terms_of(&terms, TermKind::Section, &staff.locale, |key| {
            draft.section.as_deref() == Some(key)
        }),
        tags: terms_of(&terms, TermKind::Tag, &staff.locale, |key| has(&draft.tags, key)),
        authors: terms_of(&terms, TermKind::Author, &staff.locale, |key| has(&draft.authors, key)),
        cover: draft.cover.clone().unwrap_or_default(),
        cover_src: story.draft.cover.as_ref().map(|hash| address::media(hash, "w480.jpg")),
        texts: chips(staff, story.article, &story.texts),
        begun_by: match story.begun_by {
            Some(by) => people(app).await?.remove(&by),
            None => None,
        },
        launch: waiting(staff, story),
        launches: !story.launch.is_empty(),
        can_set: scope.sets_facts(),
        can_publish: scope.publishes(),
        can_delete: scope.deletes(),
        can_duplicate: permission::allows("/admin/stories/new", staff.role),
        done: shown.done,
        problem: shown.problem,
        theirs: shown.theirs,
    };
    let (path, template) = (story_address(story.article), "admin/story.html");
    page_with(app, staff, shown.status, &path, "title-admin-story", template, "facts", view)
}
