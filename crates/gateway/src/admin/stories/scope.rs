//! Who of the staff may do what with which story, beyond what the table of permissions says of
//! addresses: editors with all, authors with those they began, translators with texts in the languages
//! they work in. Reading is open to all of them.

use accounts::Role;
use content::Story;
use kernel::{Locale, MemberId};

use crate::admin::Staff;

/// What a member of staff may do with one story.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    staff: &'a Staff,
    story: &'a Story,
}

impl<'a> Scope<'a> {
    /// Of this member of staff, with this story.
    pub(crate) fn of(staff: &'a Staff, story: &'a Story) -> Self {
        Self { staff, story }
    }

    fn edits(self) -> bool {
        edits(self.staff.role)
    }

    fn is_own(self) -> bool {
        self.staff.role == Role::Author && self.story.begun_by == Some(self.staff.member.id)
    }

    /// Whether they may save the text in a language.
    pub(crate) fn writes(self, locale: &Locale) -> bool {
        match self.staff.role {
            Role::Owner | Role::Admin | Role::Editor => true,
            Role::Author => self.is_own(),
            Role::Translator => *locale != self.story.draft.source && self.staff.works_in(locale),
        }
    }

    /// Whether they may say what holds for the story in every language.
    pub(crate) fn sets_facts(self) -> bool {
        self.edits() || self.is_own()
    }

    /// Whether they may publish it, schedule it and take it back.
    pub(crate) fn publishes(self) -> bool {
        self.edits()
    }

    /// Whether they may delete it. What readers have seen is the editors' to delete.
    pub(crate) fn deletes(self) -> bool {
        let seen = self.story.texts.iter().any(|text| text.published_at.is_some());
        self.edits() || (self.is_own() && !seen)
    }
}

/// Whether a role works on everybody's stories.
pub(crate) fn edits(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Admin | Role::Editor)
}

/// Whether a story that this member began, or another, may be brought back by somebody.
pub(crate) fn brings_back(staff: &Staff, begun_by: Option<MemberId>) -> bool {
    edits(staff.role) || (staff.role == Role::Author && begun_by == Some(staff.member.id))
}
