//! What the editor's form says, and what of it can be saved.

use content::{Draft, Revision, Typed, slug};
use kernel::slug::NotASlug;
use kernel::{Locale, Slug};

use crate::admin::fields::Fields;

/// Longest texts, in characters.
const TITLE: usize = 300;
const LINE: usize = 1_000;
const BODY: usize = 400_000;

/// Why a text can't be saved: the field, and the second half of a key `writing-problem-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) field: &'static str,
    pub(crate) word: &'static str,
}

/// The text as the form has it.
pub(super) fn typed(fields: &Fields) -> Typed {
    let line = |name: &str| fields.get(name).replace("\r\n", "\n");
    Typed {
        title: line("title"),
        standfirst: line("standfirst"),
        slug: line("slug"),
        body: fields.text("body"),
        description: line("description"),
        seo_title: line("seo_title"),
        cover_alt: line("cover_alt"),
        cover_caption: line("cover_caption"),
    }
}

/// The text as a revision has it.
pub(super) fn of_revision(revision: &Revision) -> Typed {
    let draft = &revision.draft;
    Typed {
        title: draft.title.clone(),
        standfirst: draft.standfirst.clone(),
        slug: draft.slug.to_string(),
        body: draft.body.clone(),
        description: draft.description.clone(),
        seo_title: draft.seo_title.clone().unwrap_or_default(),
        cover_alt: draft.cover_alt.clone(),
        cover_caption: draft.cover_caption.clone(),
    }
}

/// The text as it is saved. A slug that wasn't typed is suggested by the title. `made_from` is what it
/// was made from in the source.
pub(super) fn draft(typed: &Typed, locale: &Locale, made_from: Option<i64>) -> Result<Draft, Problem> {
    let problem = |field, word| Err(Problem { field, word });
    if typed.title.is_empty() {
        return problem("title", "title");
    }
    if let Some(field) = too_long(typed) {
        return problem(field, "long");
    }
    let slug = match typed.slug.as_str() {
        "" => slug::suggest(&typed.title, locale),
        slug => match slug.parse::<Slug>() {
            Ok(slug) => Some(slug),
            Err(NotASlug::Reserved(_)) => return problem("slug", "slug-reserved"),
            Err(NotASlug::Form(_)) => return problem("slug", "slug"),
        },
    };
    let Some(slug) = slug else { return problem("slug", "slug-missing") };
    Ok(with_slug(typed, slug, made_from))
}

/// The text as far as it can be shown: what can't be an address is none yet.
pub(super) fn shown(typed: &Typed, locale: &Locale) -> Option<Draft> {
    let own = typed.slug.parse::<Slug>().ok();
    let slug = own.or_else(|| slug::suggest(&typed.title, locale)).or_else(|| "preview".parse().ok())?;
    Some(with_slug(typed, slug, None))
}

fn with_slug(typed: &Typed, slug: Slug, made_from: Option<i64>) -> Draft {
    Draft {
        slug,
        title: typed.title.clone(),
        standfirst: typed.standfirst.clone(),
        body: typed.body.clone(),
        description: typed.description.clone(),
        seo_title: Some(typed.seo_title.clone()).filter(|title| !title.is_empty()),
        cover_alt: typed.cover_alt.clone(),
        cover_caption: typed.cover_caption.clone(),
        made_from,
    }
}

/// The first field that is longer than anything we keep.
pub(super) fn too_long(typed: &Typed) -> Option<&'static str> {
    let fields = [
        ("title", &typed.title, TITLE),
        ("standfirst", &typed.standfirst, LINE),
        ("slug", &typed.slug, TITLE),
        ("body", &typed.body, BODY),
        ("description", &typed.description, LINE),
        ("seo_title", &typed.seo_title, TITLE),
        ("cover_alt", &typed.cover_alt, LINE),
        ("cover_caption", &typed.cover_caption, LINE),
    ];
    let long = fields.into_iter().find(|(_, text, most)| text.chars().count() > *most);
    long.map(|(field, ..)| field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn german() -> Locale {
        "de".parse().expect("a tag")
    }

    fn named(title: &str, slug: &str) -> Typed {
        Typed { title: title.to_owned(), slug: slug.to_owned(), ..Typed::default() }
    }

    #[test]
    fn a_slug_is_suggested_where_none_was_typed() {
        let of =
            |title, slug| draft(&named(title, slug), &german(), None).map(|draft| draft.slug.to_string());
        assert_eq!(of("Größe", "").as_deref(), Ok("groesse"));
        assert_eq!(of("Größe", "eigener").as_deref(), Ok("eigener"));
        for (title, slug, field, word) in [
            ("", "x", "title", "title"),
            ("x", "A b", "slug", "slug"),
            ("x", "search", "slug", "slug-reserved"),
            ("—", "", "slug", "slug-missing"),
        ] {
            assert_eq!(of(title, slug), Err(Problem { field, word }), "{title} {slug}");
        }
        let long = Typed { body: "x".repeat(BODY + 1), ..named("x", "x") };
        assert_eq!(draft(&long, &german(), None).map_err(|problem| problem.field), Err("body"));
    }
}
