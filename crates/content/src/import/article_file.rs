//! `article.toml`: what holds for the story in every language.

use std::path::Path;

use kernel::money::NotMoney;
use kernel::{Access, Locale, Money, PlanKey};
use serde::Deserialize;
use toml::Spanned;

use super::problem::{FileError, Toml, read_text};
use crate::model::{Kind, TermKind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleForm {
    #[serde(default)]
    kind: KindWord,
    access: Spanned<AccessForm>,
    source: Spanned<Locale>,
    section: Option<Spanned<String>>,
    #[serde(default)]
    tags: Vec<Spanned<String>>,
    #[serde(default)]
    authors: Vec<Spanned<String>>,
    cover: Option<Spanned<String>>,
    #[serde(default)]
    cover_credit: String,
    /// What it costs alone: `"1.99 EUR"`, one for each currency.
    price: Option<Vec<Spanned<String>>>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KindWord {
    #[default]
    Story,
    Page,
}

/// One word, or a list of plans.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "this is no access rule, expected \"public\", \"members\", \"paid\" or a list of plans"
)]
enum AccessForm {
    Word(String),
    Plans(Vec<String>),
}

/// A word and the line it stands in.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) line: usize,
    pub(super) value: T,
}

/// What `article.toml` says.
pub(super) struct ArticleFile {
    pub(super) kind: Kind,
    pub(super) access: Access,
    pub(super) source: At<Locale>,
    /// Section, tags and authors, in order.
    pub(super) terms: Vec<At<(TermKind, String)>>,
    /// The file's name.
    pub(super) cover: Option<At<String>>,
    pub(super) cover_credit: String,
    /// What it costs alone; `None` if it says nothing of that.
    pub(super) prices: Option<Vec<Money>>,
}

/// Reads it.
pub(super) fn read(path: &Path) -> Result<ArticleFile, FileError> {
    let source = read_text(path)?;
    let toml = Toml { path, source: &source, before: 0 };
    let form: ArticleForm = toml.read()?;
    let kind = match form.kind {
        KindWord::Story => Kind::Story,
        KindWord::Page => Kind::Page,
    };
    match (kind, &form.section) {
        (Kind::Story, None) => {
            return Err(FileError::whole(path, "the story has no section", "section = \"…\""));
        }
        (Kind::Page, Some(section)) => {
            return Err(toml.at(section.span(), "a page has no section", "no such line"));
        }
        _ => {}
    }
    let term = |kind: TermKind| {
        move |key: Spanned<String>| At { line: toml.line(key.span().start), value: (kind, key.into_inner()) }
    };
    let section = form.section.into_iter().map(term(TermKind::Section));
    let tags = form.tags.into_iter().map(term(TermKind::Tag));
    let authors = form.authors.into_iter().map(term(TermKind::Author));
    Ok(ArticleFile {
        kind,
        access: access(toml, &form.access)?,
        terms: section.chain(tags).chain(authors).collect(),
        source: At { line: toml.line(form.source.span().start), value: form.source.into_inner() },
        cover: form.cover.map(|cover| At { line: toml.line(cover.span().start), value: cover.into_inner() }),
        cover_credit: form.cover_credit,
        prices: form
            .price
            .map(|prices| prices.iter().map(|price| amount(toml, price)).collect())
            .transpose()?,
    })
}

fn amount(toml: Toml<'_>, price: &Spanned<String>) -> Result<Money, FileError> {
    let expected = "an amount and a currency, such as \"1.99 EUR\"";
    let amount: Money = price
        .get_ref()
        .parse()
        .map_err(|error: NotMoney| toml.at(price.span(), error.to_string(), expected))?;
    if amount.minor == 0 {
        return Err(toml.at(
            price.span(),
            "the price is nothing",
            "access = \"public\", or more than nothing",
        ));
    }
    Ok(amount)
}

fn access(toml: Toml<'_>, form: &Spanned<AccessForm>) -> Result<Access, FileError> {
    let refuse = |problem: String| {
        toml.at(form.span(), problem, "\"public\", \"members\", \"paid\" or a list of plans")
    };
    match form.get_ref() {
        AccessForm::Word(word) => match word.parse() {
            Ok(Access::Plans(_)) | Err(_) => Err(refuse(format!("“{word}” is no access rule"))),
            Ok(access) => Ok(access),
        },
        AccessForm::Plans(plans) if plans.is_empty() => Err(refuse("the list of plans is empty".to_owned())),
        AccessForm::Plans(plans) => {
            let plan = |key: &String| {
                key.parse::<PlanKey>().map_err(|_| refuse(format!("“{key}” is not the key of a plan")))
            };
            plans.iter().map(plan).collect::<Result<_, _>>().map(Access::Plans)
        }
    }
}
