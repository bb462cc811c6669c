//! What readers can subscribe to.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use kernel::{Locale, PlanKey};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::billing::Billing;
use crate::entity::{plan, plan_includes, plan_includes_history, plan_text};
use crate::error::BillingError;
use crate::plan_file::PlanFile;
use crate::tasks::{self, Task};
use crate::{offers, plan_file, prices};

/// Something readers can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Its name for access rules and grants.
    pub key: PlanKey,
    /// What readers are told about it, by language.
    pub texts: Vec<PlanText>,
    /// Plans that who holds this one also holds.
    pub includes: BTreeSet<PlanKey>,
}

/// What readers are told about a plan in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanText {
    /// The language.
    pub locale: Locale,
    /// Its name for readers; never empty.
    pub name: String,
    /// One sentence.
    pub description: String,
    /// What one gets, each a few words.
    pub benefits: Vec<String>,
}

/// What saving plans has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Saved {
    /// Plans that are new.
    pub created: usize,
    /// Plans whose texts or place are others now.
    pub updated: usize,
    /// Plans that were so before, or that the file says nothing new of.
    pub unchanged: usize,
    /// Plans that the file named before and doesn't name now: they aren't offered any more.
    pub retired: usize,
    /// Whether what is sold beside them is other now.
    pub reoffered: bool,
}

impl Plan {
    /// What readers of this language are told; `None` if the plan isn't described in it.
    #[must_use]
    pub fn text(&self, locale: &Locale) -> Option<&PlanText> {
        self.texts.iter().find(|text| text.locale == *locale)
    }
}

impl Billing {
    /// All plans in their order, with the texts of all languages. Three queries.
    pub async fn plans(&self) -> Result<Vec<Plan>, BillingError> {
        let placed = placed(&self.database).await?;
        Ok(placed.into_iter().map(|placed| placed.plan).collect())
    }

    /// Takes over what is new in a `plans.toml`, in one transaction: plans and prices that it says
    /// something else of than the file before it. What it says as before stays as it is, so that
    /// what staff have changed since isn't undone. Prices it no longer names aren't offered any more,
    /// but stay with those who pay them; so do all prices of a plan that it has named before and
    /// doesn't name now. Plans that no file has named are staff's (docs/adr/0022). Stripe is told
    /// of it by the worker.
    pub async fn import_plans(&self, plans_toml: &str) -> Result<Saved, BillingError> {
        let PlanFile { plans, offers } = plan_file::read(plans_toml)?;
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let before: HashMap<PlanKey, Placed> =
            placed(&transaction).await?.into_iter().map(|placed| (placed.plan.key.clone(), placed)).collect();
        let mut saved = Saved::default();
        let told = |key: &PlanKey| before.get(key).and_then(|known| known.told.as_ref());
        for (place, (plan, _)) in (0..).zip(&plans) {
            if told(&plan.key).is_none_or(|told| told.place != place) {
                move_to(&transaction, place, &plan.key).await?;
            }
        }
        for (place, (plan, terms)) in (0..).zip(&plans) {
            let now_told = Told { entry: mark(plan, terms), place };
            if told(&plan.key) == Some(&now_told) {
                saved.unchanged += 1;
                continue;
            }
            let known = before.get(&plan.key);
            let mut changed = known.is_none_or(|known| known.at != place);
            if told(&plan.key).is_none_or(|told| told.entry != now_told.entry) {
                if known.is_none_or(|known| !known.plan.says_the_same(plan)) {
                    write(&transaction, now, plan).await?;
                    changed = true;
                }
                changed |= prices::write(&transaction, now, &plan.key, terms).await?;
            }
            note(&transaction, &plan.key, Some(&now_told)).await?;
            match known {
                None => saved.created += 1,
                Some(_) if changed => saved.updated += 1,
                Some(_) => saved.unchanged += 1,
            }
        }
        for key in before.keys().filter(|key| told(key).is_some()) {
            if !plans.iter().any(|(plan, _)| plan.key == *key) {
                prices::write(&transaction, now, key, &[]).await?;
                note(&transaction, key, None).await?;
                saved.retired += 1;
            }
        }
        let named: Vec<&PlanKey> = plans.iter().map(|(plan, _)| &plan.key).collect();
        saved.reoffered = offers::write_from_file(&transaction, now, &named, &offers).await?;
        if self.sells() && (saved.reoffered || saved.created + saved.updated + saved.retired > 0) {
            tasks::ask(&transaction, now, &Task::Catalog).await?;
        }
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(saved)
    }
}

impl Plan {
    fn says_the_same(&self, other: &Self) -> bool {
        self.includes == other.includes
            && self.texts.len() == other.texts.len()
            && other.texts.iter().all(|text| self.text(&text.locale) == Some(text))
    }
}

/// A plan and what the file and Stripe know of it.
pub(crate) struct Placed {
    pub(crate) plan: Plan,
    pub(crate) at: i32,
    pub(crate) told: Option<Told>,
    pub(crate) product: Option<String>,
}

/// What a `plans.toml` last said of a plan.
#[derive(PartialEq, Eq)]
pub(crate) struct Told {
    entry: String,
    place: i32,
}

/// Stands for what a file says of a plan.
fn mark(plan: &Plan, terms: &[prices::Terms]) -> String {
    let said = serde_json::json!({ "plan": plan, "prices": terms });
    kernel::hash::content_hash(said.to_string().as_bytes())
}

/// Notes what a file says of a plan; `None` makes it staff's.
async fn note(db: &impl ConnectionTrait, plan: &PlanKey, told: Option<&Told>) -> Result<(), DbErr> {
    plan::Entity::update_many()
        .col_expr(plan::Column::Imported, Expr::value(told.map(|told| told.entry.clone())))
        .col_expr(plan::Column::ImportedPlace, Expr::value(told.map(|told| told.place)))
        .filter(plan::Column::Key.eq(plan.as_str()))
        .exec(db)
        .await?;
    Ok(())
}

pub(crate) async fn placed(db: &impl ConnectionTrait) -> Result<Vec<Placed>, BillingError> {
    let plans = plan::Entity::find()
        .order_by_asc(plan::Column::Position)
        .order_by_asc(plan::Column::Key)
        .all(db)
        .await?;
    let mut texts: HashMap<String, Vec<PlanText>> = HashMap::new();
    for row in plan_text::Entity::find().order_by_asc(plan_text::Column::Locale).all(db).await? {
        let plan = row.plan.clone();
        texts.entry(plan).or_default().push(row.try_into()?);
    }
    let mut includes: HashMap<String, BTreeSet<PlanKey>> = HashMap::new();
    for row in plan_includes::Entity::find().all(db).await? {
        let key = row.included.parse().map_err(|_| unreadable("plan_includes", "included", row.included))?;
        includes.entry(row.plan).or_default().insert(key);
    }
    let plans = plans.into_iter().map(|row| {
        let includes = includes.remove(&row.key).unwrap_or_default();
        let texts = texts.remove(&row.key).unwrap_or_default();
        let key = row.key.parse().map_err(|_| unreadable("plan", "key", row.key))?;
        let told = row.imported.zip(row.imported_place).map(|(entry, place)| Told { entry, place });
        let plan = Plan { key, texts, includes };
        Ok(Placed { plan, at: row.position, told, product: row.stripe_product })
    });
    plans.collect()
}

/// Makes sure there is a plan with this key, at this place.
pub(crate) async fn move_to(db: &impl ConnectionTrait, position: i32, plan: &PlanKey) -> Result<(), DbErr> {
    let row = plan::ActiveModel {
        key: Set(plan.to_string()),
        position: Set(position),
        stripe_product: Set(None),
        imported: Set(None),
        imported_place: Set(None),
    };
    let moved = OnConflict::column(plan::Column::Key).update_column(plan::Column::Position).to_owned();
    plan::Entity::insert(row).on_conflict(moved).exec_without_returning(db).await?;
    Ok(())
}

/// Writes what a plan says and includes over what is there.
pub(crate) async fn write(db: &impl ConnectionTrait, now: Timestamp, plan: &Plan) -> Result<(), DbErr> {
    write_includes(db, now, plan).await?;
    plan_text::Entity::delete_many().filter(plan_text::Column::Plan.eq(plan.key.as_str())).exec(db).await?;
    let texts = plan.texts.iter().map(|text| plan_text::ActiveModel {
        plan: Set(plan.key.to_string()),
        locale: Set(text.locale.to_string()),
        name: Set(text.name.clone()),
        description: Set(text.description.clone()),
        benefits: Set(serde_json::Value::from(text.benefits.clone()).to_string()),
    });
    plan_text::Entity::insert_many(texts).exec_without_returning(db).await?;
    Ok(())
}

/// Writes what a plan includes, and since when.
async fn write_includes(db: &impl ConnectionTrait, now: Timestamp, plan: &Plan) -> Result<(), DbErr> {
    let of_plan = plan_includes::Column::Plan.eq(plan.key.as_str());
    let rows = plan_includes::Entity::find().filter(of_plan.clone()).all(db).await?;
    let before: BTreeSet<&str> = rows.iter().map(|row| row.included.as_str()).collect();
    let after: BTreeSet<&str> = plan.includes.iter().map(PlanKey::as_str).collect();
    let gone: Vec<&str> = before.difference(&after).copied().collect();
    if !gone.is_empty() {
        plan_includes::Entity::delete_many()
            .filter(of_plan)
            .filter(plan_includes::Column::Included.is_in(gone.iter().copied()))
            .exec(db)
            .await?;
        plan_includes_history::Entity::update_many()
            .col_expr(plan_includes_history::Column::EndsAt, Expr::value(now.as_millisecond()))
            .filter(plan_includes_history::Column::Plan.eq(plan.key.as_str()))
            .filter(plan_includes_history::Column::Included.is_in(gone))
            .filter(plan_includes_history::Column::EndsAt.is_null())
            .exec(db)
            .await?;
    }
    for included in after.difference(&before) {
        let row = plan_includes::ActiveModel {
            plan: Set(plan.key.to_string()),
            included: Set((*included).to_owned()),
        };
        plan_includes::Entity::insert(row).exec_without_returning(db).await?;
        let row = plan_includes_history::ActiveModel {
            plan: Set(plan.key.to_string()),
            included: Set((*included).to_owned()),
            starts_at: Set(now.as_millisecond()),
            ends_at: Set(None),
        };
        // Taken out and put back within a millisecond: it was in all the time.
        let again = OnConflict::columns([
            plan_includes_history::Column::Plan,
            plan_includes_history::Column::Included,
            plan_includes_history::Column::StartsAt,
        ])
        .update_column(plan_includes_history::Column::EndsAt)
        .to_owned();
        plan_includes_history::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    }
    Ok(())
}

impl TryFrom<plan_text::Model> for PlanText {
    type Error = BillingError;

    fn try_from(row: plan_text::Model) -> Result<Self, Self::Error> {
        Ok(Self {
            locale: row.locale.parse().map_err(|_| unreadable("plan_text", "locale", row.locale))?,
            name: row.name,
            description: row.description,
            benefits: serde_json::from_str(&row.benefits)
                .map_err(|_| unreadable("plan_text", "benefits", row.benefits))?,
        })
    }
}

pub(crate) fn unreadable(table: &'static str, column: &'static str, value: String) -> BillingError {
    BillingError::Unreadable { table, column, value }
}
