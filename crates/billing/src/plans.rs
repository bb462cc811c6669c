//! What readers can subscribe to.

use std::collections::{BTreeSet, HashMap};

use kernel::{Locale, PlanKey};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::billing::Billing;
use crate::entity::{plan, plan_includes, plan_text};
use crate::error::BillingError;
use crate::plan_file::PlanFile;
use crate::tasks::{self, Task};
use crate::{database, offers, plan_file, prices};

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
    /// Plans that were so before.
    pub unchanged: usize,
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
        Ok(placed.into_iter().map(|(_, plan)| plan).collect())
    }

    /// Takes the plans of a `plans.toml` over: those that are new or changed are written, in one
    /// transaction; the same text again writes nothing. Plans it doesn't name stay as they are,
    /// because members may hold them.
    /// Prices it no longer names aren't offered any more, but stay with those who pay them. Stripe
    /// is told of it by the worker.
    pub async fn import_plans(&self, plans_toml: &str) -> Result<Saved, BillingError> {
        let PlanFile { plans, offers } = plan_file::read(plans_toml)?;
        let transaction = database::begin(&self.database).await?;
        let before: HashMap<PlanKey, (i32, Plan)> = placed(&transaction)
            .await?
            .into_iter()
            .map(|(at, plan)| (plan.key.clone(), (at, plan)))
            .collect();
        let mut saved = Saved::default();
        for (position, (plan, _)) in (0..).zip(&plans) {
            move_to(&transaction, position, &plan.key).await?;
        }
        for (position, (plan, terms)) in (0..).zip(&plans) {
            let known = before.get(&plan.key);
            let same = known.is_some_and(|(at, known)| *at == position && known.says_the_same(plan));
            if !same {
                write(&transaction, plan).await?;
            }
            let repriced = prices::write(&transaction, self.now(), &plan.key, terms).await?;
            match known {
                None => saved.created += 1,
                Some(_) if same && !repriced => saved.unchanged += 1,
                Some(_) => saved.updated += 1,
            }
        }
        let named: Vec<&PlanKey> = plans.iter().map(|(plan, _)| &plan.key).collect();
        saved.reoffered = offers::write_from_file(&transaction, self.now(), &named, &offers).await?;
        if self.sells() && (saved.reoffered || saved.created + saved.updated > 0) {
            tasks::ask(&transaction, self.now(), &Task::Catalog).await?;
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

async fn placed(db: &impl ConnectionTrait) -> Result<Vec<(i32, Plan)>, BillingError> {
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
        Ok((row.position, Plan { key, texts, includes }))
    });
    plans.collect()
}

/// Makes sure there is a plan with this key, at this place.
async fn move_to(db: &impl ConnectionTrait, position: i32, plan: &PlanKey) -> Result<(), DbErr> {
    let row =
        plan::ActiveModel { key: Set(plan.to_string()), position: Set(position), stripe_product: Set(None) };
    let moved = OnConflict::column(plan::Column::Key).update_column(plan::Column::Position).to_owned();
    plan::Entity::insert(row).on_conflict(moved).exec_without_returning(db).await?;
    Ok(())
}

/// Writes what a plan says and includes over what is there.
async fn write(db: &impl ConnectionTrait, plan: &Plan) -> Result<(), DbErr> {
    let of_plan = plan_includes::Column::Plan.eq(plan.key.as_str());
    plan_includes::Entity::delete_many().filter(of_plan).exec(db).await?;
    let included = plan.includes.iter().map(|included| plan_includes::ActiveModel {
        plan: Set(plan.key.to_string()),
        included: Set(included.to_string()),
    });
    let included: Vec<_> = included.collect();
    if !included.is_empty() {
        plan_includes::Entity::insert_many(included).exec_without_returning(db).await?;
    }
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
