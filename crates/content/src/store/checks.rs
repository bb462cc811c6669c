//! Checking a text before it is published.

use kernel::{ArticleId, Locale};

use super::{Pictures, Store, StoreError};
use crate::check::{Issue, Problem, issues};
use crate::markdown::{self, What};
use crate::model::Draft;

impl Store {
    /// What is wrong with a draft in this place; none if there is no such story. `own` tells which
    /// text of ours an address leads to, if it is one of ours. Those that block publishing come
    /// first. At most eleven queries.
    pub async fn check(
        &self,
        article: ArticleId,
        locale: &Locale,
        draft: &Draft,
        own: impl Fn(&str) -> Option<(Locale, String)>,
    ) -> Result<Option<Vec<Issue>>, StoreError> {
        let Some(preview) = self.preview(article, locale, draft).await? else { return Ok(None) };
        let found = markdown::lint(&draft.body);
        let (words, _) = markdown::length(&preview.reading.teaser_text, locale);
        let mut issues = issues(draft, &preview, &found, words);
        let links: Vec<(usize, &str, (Locale, String))> = found
            .iter()
            .filter_map(|found| match &found.what {
                What::Link(address) => Some((found.line, address.as_str(), own(address)?)),
                _ => None,
            })
            .collect();
        let asked: Vec<(Locale, String)> = links.iter().map(|(_, _, target)| target.clone()).collect();
        let live = self.live_addresses(&asked).await?;
        for (line, address, (of, slug)) in links {
            let itself = of == *locale && slug == draft.slug.as_str();
            if !itself && !live.contains(&(of.to_string(), slug)) {
                issues.push(Issue::in_body(Problem::BrokenLink, line, address));
            }
        }
        let pictures = Pictures::used_in(&self.db, [draft.body.as_str()]).await?;
        for found in &found {
            if let What::Picture { address, .. } = &found.what
                && pictures.at(address).is_none()
            {
                issues.push(Issue::in_body(Problem::NoPicture, found.line, address));
            }
        }
        issues.sort_by_key(|issue| (!issue.problem.is_error(), issue.line));
        Ok(Some(issues))
    }
}
