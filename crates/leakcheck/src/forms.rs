//! Sending forms: every address that takes one gets an empty, foolish one.

use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

use crate::seeds::filled;
use crate::visitor::Visitor;
use crate::walk::{WalkError, Walker};

/// Fields of all forms at once, with values that mean nothing. `confirm=no` refuses what asks for a
/// confirmation. Mail is asked for, because it is a surface too.
const FOOLISH: &str = "email=leak-check%40example.org&code=000000&token=x&name=Leak+check&language=en&language=de&confirm=no\
                       &price=x&purchase=x&to=x&task=x&return_to=%2F\
                       &story=00000000-0000-0000-0000-000000000000";

/// Forms that end the session that sends them: asked only of somebody who has none.
const ENDING: [&str; 2] = ["/{locale}/sign-out", "/{locale}/account/sessions/revoke-others"];

/// Addresses that sites have, for a walk that doesn't know the router's table.
const USUAL: [&str; 4] =
    ["/{locale}/sign-in", "/{locale}/sign-in/code", "/{locale}/sign-in/link", "/{locale}/subscribe"];

impl Walker {
    /// Sends a form as `sender` and gives the answer, to be [read](Walker::read) as whoever it is for.
    pub async fn form(
        &mut self,
        sender: &Visitor,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Result<String, WalkError> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.request(sender, Method::POST, address)?;
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body);
        let answer = self.send(request, address).await?;
        self.coverage.meet(&Method::POST, address, answer.status);
        Ok(answer.everything())
    }

    /// Sends a form to every address of the table that takes one, in every language. Call it when
    /// all walks are done: a form may change something.
    pub async fn post(&mut self, visitor: &Visitor) -> Result<(), WalkError> {
        let mut patterns: Vec<&str> = self.coverage.patterns(&Method::POST).collect();
        if patterns.is_empty() {
            patterns.extend(USUAL);
        }
        patterns.retain(|pattern| !visitor.has_cookie() || !ENDING.contains(pattern));
        for address in
            patterns.into_iter().flat_map(|pattern| filled(pattern, &self.locales)).collect::<Vec<_>>()
        {
            let request = self.request(visitor, Method::POST, &address)?;
            let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(FOOLISH);
            let answer = self.send(request, &address).await?;
            self.coverage.meet(&Method::POST, &address, answer.status);
            self.look(visitor, &format!("POST {address}"), &address, &answer.everything());
        }
        Ok(())
    }
}
